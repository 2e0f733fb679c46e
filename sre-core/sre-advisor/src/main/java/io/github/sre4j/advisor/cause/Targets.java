package io.github.sre4j.advisor.cause;

import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.trace.CodeLocation;
import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.call.PathTemplate;
import io.github.sre4j.trace.error.ApplicationCode;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;

/** Finds what is to be looked for in the source for a span. Immutable. */
final class Targets {

    private final ApplicationCode code;
    private final OwnHosts own;

    Targets(ApplicationCode code, OwnHosts own) {
        this.code = code;
        this.own = own;
    }

    /** What a span is about; of calls without knowing whose the callee is. */
    Target of(Span span) {
        Statement statement = span.statement();
        if (statement != null && statement.collection() != null) {
            return new Target.Query(new StatementTarget(
                    statement.collection().toLowerCase(Locale.ROOT),
                    Objects.requireNonNullElse(statement.operation(), "select").toLowerCase(Locale.ROOT),
                    statement.text()));
        }
        HttpCall http = span.http();
        if (http != null && http.host() != null) {
            String path = http.path();
            return new Target.Call(
                    http.host(), path == null ? "" : PathTemplate.of(path), unseen(http.host()), http.method());
        }
        CodeLocation place = span.code();
        return place != null && place.method() != null && code.contains(place.className())
                ? Target.Code.of(place)
                : new Target.Handler();
    }

    /** The same with whose the callee is, which one trace that holds spans of it tells. */
    Target seenIn(Target target, List<SlowTrace> slow, List<List<Finding>> byTrace) {
        if (!(target instanceof Target.Call call)) {
            return target;
        }
        for (int i = 0; i < slow.size(); i++) {
            Trace trace = slow.get(i).trace();
            for (Finding finding : byTrace.get(i)) {
                if (finding.spanIds().stream().anyMatch(id -> answered(trace, id, call.host()))) {
                    return new Target.Call(call.host(), call.path(), Callee.SEEN, call.method());
                }
            }
        }
        return target;
    }

    private Callee unseen(String host) {
        return own.mayBeOwn(host) ? Callee.UNKNOWN : Callee.THIRD_PARTY;
    }

    /** Whether the process on the other side of a call to that host sent spans. */
    private static boolean answered(Trace trace, String spanId, String host) {
        OptionalInt index = trace.indexOf(spanId);
        if (index.isEmpty()) {
            return false;
        }
        Span call = trace.span(index.getAsInt());
        HttpCall http = call.http();
        if (http == null || !host.equals(http.host())) {
            return false;
        }
        for (int below = index.getAsInt() + 1; below < trace.subtreeEnd(index.getAsInt()); below++) {
            Span span = trace.span(below);
            if (span.kind() == SpanKind.SERVER || !span.service().equals(call.service())) {
                return true;
            }
        }
        return false;
    }
}
