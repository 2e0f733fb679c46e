package io.github.sre4j.trace.render.json;

import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.ErrorOrigin;
import io.github.sre4j.trace.Evidence;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.Harmless;
import io.github.sre4j.trace.TraceAnalysis;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes errors and findings. */
final class JsonFindings {

    private final Json json;

    JsonFindings(Json json) {
        this.json = json;
    }

    void write(TraceAnalysis analysis) throws IOException {
        Optional<ErrorOrigin> origin = analysis.errorOrigin();
        if (origin.isPresent()) {
            json.begin("errorOrigin");
            error(origin.get());
        } else {
            json.nothing("errorOrigin");
        }
        json.list("errors");
        for (ErrorOrigin error : analysis.errors()) {
            json.begin();
            error(error);
        }
        json.endList();
        json.list("findings");
        for (Finding finding : analysis.findings()) {
            finding(finding);
        }
        json.endList();
    }

    private void error(ErrorOrigin error) throws IOException {
        json.text("spanId", error.spanId());
        json.text("service", error.service());
        json.text("errorClass", error.errorClass());
        json.text("message", error.message());
        frame(error.frame());
        json.flag("handled", error.handled());
        json.text("outcome", id(error.outcome()));
        json.text("rule", id(error.rule()));
        json.text("blame", id(error.blame()));
        json.texts("spanPath", error.spanPath());
        json.texts("logIds", error.logIds());
        json.texts("causes", error.causes());
        json.texts("retryOf", error.retryOf());
        json.decimal("confidence", error.confidence());
        json.end();
    }

    private void frame(@Nullable CodeLocation frame) throws IOException {
        if (frame == null) {
            json.nothing("frame");
            return;
        }
        json.begin("frame");
        json.text("class", frame.className());
        json.text("method", frame.method());
        json.text("file", frame.file());
        if (frame.line() > 0) {
            json.number("line", frame.line());
        } else {
            json.nothing("line");
        }
        json.end();
    }

    private void finding(Finding finding) throws IOException {
        json.begin();
        json.text("kind", finding.kind().id());
        json.flag("material", finding.material());
        Harmless harmless = finding.harmless();
        if (harmless == null) {
            json.nothing("harmless");
        } else {
            json.begin("harmless");
            json.text("reason", id(harmless.reason()));
            json.millis("actualMs", harmless.actualNanos());
            json.millis("limitMs", harmless.limitNanos());
            json.end();
        }
        json.text("service", finding.service());
        json.number("count", finding.count());
        json.millis("unionMs", finding.unionNanos());
        json.millis("sumMs", finding.sumNanos());
        json.millis("savesUpToMs", finding.savesUpToNanos());
        json.text("statement", finding.subject());
        json.text("independence", id(finding.independence().verdict()));
        json.text("independenceReason", id(finding.independence().reason()));
        json.decimal("confidence", finding.confidence());
        json.texts("spanIds", finding.spanIds());
        json.list("evidence");
        for (Evidence evidence : finding.evidence()) {
            json.begin();
            json.text("key", id(evidence.key()));
            json.number("number", evidence.number());
            json.text("text", evidence.text());
            json.texts("spanIds", evidence.spanIds());
            json.end();
        }
        json.endList();
        json.end();
    }

    private static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
