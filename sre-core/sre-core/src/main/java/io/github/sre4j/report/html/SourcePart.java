package io.github.sre4j.report.html;

import io.github.sre4j.gate.GateReason;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.SourceReport;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What was read, and what the data could not tell. */
record SourcePart(PageText words) implements PageSection {

    /** What the data has no answer to. That lines were rejected or requests sampled is said by other sentences of this part. */
    private static final Set<GateReason.Kind> LIMITS =
            EnumSet.of(GateReason.Kind.UNCLASSIFIED, GateReason.Kind.CLASS_UNUSED);

    /** Whether a reason of the gate is about what was read, and so said in this part. */
    static boolean tells(GateReason reason) {
        return LIMITS.contains(reason.kind())
                || reason.kind() == GateReason.Kind.REJECTED
                || reason.kind() == GateReason.Kind.SAMPLED;
    }

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        SourceReport source = report.source();
        html.open("section", "aria-labelledby", "source");
        html.leaf("h2", words.own("source.title"), "id", "source");
        html.leaf("p", words.sentences().source(source));
        html.leaf("p", words.own("source.when", words.formats().instant(report.generatedAt())), "class", "quiet");
        List<String> remarks = remarks(report);
        if (!remarks.isEmpty()) {
            html.leaf("h3", words.own("source.limits"));
            html.open("ul");
            remarks.forEach(remark -> html.leaf("li", remark));
            html.close();
        }
        queries(source.queries(), html);
        html.close();
    }

    /** What was asked, to be pasted where it was asked. */
    private void queries(List<String> queries, HtmlWriter html) {
        if (queries.isEmpty()) {
            return;
        }
        html.open("details").leaf("summary", words.own("source.queries", queries.size()));
        html.leaf("p", words.own("source.queries-reading"), "class", "quiet");
        html.open("ol");
        queries.forEach(query -> html.open("li").leaf("code", query).close());
        html.close().close();
    }

    private List<String> remarks(ServiceLevelReport report) {
        List<String> remarks = new ArrayList<>();
        report.gate().reasons().stream()
                .skip(1)
                .filter(reason -> LIMITS.contains(reason.kind()))
                .map(words.sentences()::reason)
                .forEach(remarks::add);
        Rejections rejections = report.source().rejections();
        if (rejections.total() > 0) {
            remarks.add(words.own("source.rejected", rejections.total()));
            rejections
                    .named()
                    .forEach(each -> remarks.add(words.own(
                            "source.rejection",
                            words.name(each.where()),
                            each.line(),
                            words.sentences().note(each.why()))));
        }
        if (report.source().outsideWindow() > 0) {
            remarks.add(words.own("source.outside", report.source().outsideWindow()));
        }
        report.source().notes().stream().map(words.sentences()::note).forEach(remarks::add);
        return remarks;
    }
}
