package io.github.sre4j.report.html;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.ServiceLevelReport;
import java.util.List;

/** What is missed, worst first: the work that is left, each with a link to its evidence. */
record MissedPart(Words words) implements Part {

    private static final int MOST = 10;

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        List<EndpointResult> missed = report.assessment().endpoints(Verdict.MISSED);
        if (missed.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "missed");
        html.leaf("h2", words.own("missed.title"), "id", "missed");
        html.leaf("p", words.own("missed.reading"), "class", "quiet");
        html.open("ol", "class", "missed");
        for (int i = 0; i < Math.min(MOST, missed.size()); i++) {
            html.open("li");
            // Missed endpoints come first in the table, so that their places there are these.
            html.open("h3").open("a", "href", "#" + EndpointsPart.id(i));
            html.leaf("bdi", words.sentences().label(missed.get(i))).close().close();
            for (SliResult sli : missed.get(i).slis(Verdict.MISSED)) {
                sli(missed.get(i), sli, html);
            }
            html.close();
        }
        html.close();
        if (missed.size() > MOST) {
            html.leaf("p", words.own("missed.more", missed.size() - MOST), "class", "quiet");
        }
        html.close();
    }

    private void sli(EndpointResult result, SliResult sli, HtmlWriter html) {
        List<String> parts = words.slis().observed(result, sli);
        html.open("div", "class", "sli missed");
        IntervalPicture.write(sli, html);
        html.open("p").leaf("b", parts.get(0));
        if (parts.size() > 1) {
            html.leaf("small", String.join(words.own("separator"), parts.subList(1, parts.size())));
        }
        html.close().close();
    }
}
