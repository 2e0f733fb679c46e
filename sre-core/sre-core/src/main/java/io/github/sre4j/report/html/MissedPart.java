package io.github.sre4j.report.html;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.gate.GateDecision;
import io.github.sre4j.report.ListedEndpoints;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.report.ViolationOrder;
import java.util.ArrayList;
import java.util.List;

/** What is missed, worst first: the work that is left, each with a link to its evidence. */
record MissedPart(PageText words) implements PageSection {

    private static final int MOST = 10;

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        List<EndpointResult> missed = ViolationOrder.of(report);
        if (missed.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "missed");
        html.leaf("h2", words.own("missed.title"), "id", "missed");
        html.leaf("p", words.own("missed.reading"), "class", "quiet");
        List<EndpointResult> listed = ListedEndpoints.of(report).endpoints();
        html.open("ol", "class", "missed");
        for (EndpointResult result : missed.subList(0, Math.min(MOST, missed.size()))) {
            html.open("li");
            int row = listed.indexOf(result);
            html.open("h3").open("a", "href", "#" + EndpointsPart.id(row));
            html.leaf("bdi", words.sentences().label(result)).close().close();
            for (SliResult sli : result.slis(Verdict.MISSED)) {
                sli(report.gate(), result, sli, html);
            }
            html.close();
        }
        html.close();
        if (missed.size() > MOST) {
            html.leaf("p", words.own("missed.more", missed.size() - MOST), "class", "quiet");
        }
        html.close();
    }

    private void sli(GateDecision gate, EndpointResult result, SliResult sli, HtmlWriter html) {
        List<String> parts = new ArrayList<>(words.slis().observed(result, sli));
        words.sentences().baseline(gate, result, sli).ifPresent(known -> parts.add(1, known));
        html.open("div", "class", "sli missed");
        IntervalPicture.write(sli, html);
        html.open("p").leaf("b", parts.get(0));
        if (parts.size() > 1) {
            html.leaf("small", String.join(words.own("separator"), parts.subList(1, parts.size())));
        }
        html.close().close();
    }
}
