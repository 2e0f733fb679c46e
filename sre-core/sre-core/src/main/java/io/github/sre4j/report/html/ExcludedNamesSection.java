package io.github.sre4j.report.html;

import io.github.sre4j.assess.ExcludedName;
import io.github.sre4j.report.ListedEndpoints;
import io.github.sre4j.report.ServiceLevelReport;
import java.util.Comparator;
import java.util.List;

/** Names in telemetry that were not judged, with why: first those that no class matches, because somebody must act on them. */
record ExcludedNamesSection(PageText words) implements PageSection {

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        ListedEndpoints listed = ListedEndpoints.of(report);
        List<ExcludedName> aside = listed.excluded().stream()
                .sorted(Comparator.comparing(
                                (ExcludedName each) -> each.notARequest().isPresent())
                        .thenComparing(ExcludedName::requests, Comparator.reverseOrder()))
                .toList();
        if (aside.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "aside");
        html.leaf("h2", words.own("aside.title", aside.size() + listed.omittedExcluded()), "id", "aside");
        if (listed.omittedExcluded() > 0) {
            html.leaf("p", words.own("aside.omitted", aside.size(), listed.omittedExcluded()), "class", "quiet");
        }
        PlainTable.open(words, html, "aside", List.of("column.name", "column.why", "column.requests"));
        for (ExcludedName each : aside) {
            html.open("tr", "class", each.notARequest().isEmpty() ? "look" : "");
            html.open("td").leaf("code", words.sentences().name(each)).close();
            html.leaf("td", words.sentences().whyAside(each));
            html.leaf("td", words.formats().count(each.requests()), "class", "n");
            html.close();
        }
        PlainTable.close(html);
        html.close();
    }
}
