package io.github.sre4j.report.html;

import io.github.sre4j.assess.WaiverUse;
import io.github.sre4j.report.Sentences;
import io.github.sre4j.report.ServiceLevelReport;
import java.util.Comparator;
import java.util.List;

/** Every waiver with the days it has left, the next to end first. */
record WaiversPart(PageText words) implements PageSection {

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        List<WaiverUse> uses = report.assessment().waivers().stream()
                .sorted(Comparator.comparingLong(WaiverUse::daysLeft))
                .toList();
        if (uses.isEmpty()) {
            return;
        }
        html.open("section", "aria-labelledby", "waivers");
        html.leaf("h2", words.own("waivers.title", uses.size()), "id", "waivers");
        PlainTable.open(
                words,
                html,
                "waivers",
                List.of("column.days-left", "column.waived", "column.reason", "column.owner", "column.until"));
        for (WaiverUse use : uses) {
            html.open("tr", "class", Sentences.calm(use) ? "" : "look");
            html.leaf("td", daysLeft(use));
            html.open("td").leaf("code", words.name(use.waiver().endpoint().text()));
            use.waiver().onlySli().ifPresent(kind -> html.leaf("small", words.sli(kind)));
            html.close();
            html.leaf("td", words.name(use.waiver().reason()));
            html.leaf("td", words.name(use.waiver().owner()));
            html.leaf("td", words.formats().date(use.waiver().until()));
            html.close();
        }
        PlainTable.close(html);
        html.close();
    }

    private String daysLeft(WaiverUse use) {
        if (use.expired()) {
            return words.own("waivers.expired");
        }
        return use.endpoints() == 0
                ? words.own("waivers.unmatched", use.daysLeft())
                : words.own("waivers.days", use.daysLeft());
    }
}
