package io.github.sre4j.report.html;

import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.standard.Standard;
import java.util.List;

/** How each number was computed, with the formulas. */
record HelpPart(PageText words) implements PageSection {

    private static final List<String> TOPICS =
            List.of("ratio", "missed", "met", "undecided", "interval", "waiting", "percentiles", "pictures", "sampled");

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        Standard standard = report.assessment().standard();
        long tested = report.assessment().endpoints().stream()
                .flatMap(result -> result.slis().stream())
                .filter(sli -> sli.tally().total() > 0)
                .count();
        html.open("section", "aria-labelledby", "help");
        html.leaf("h2", words.own("help.title"), "id", "help");
        html.open("dl");
        for (String topic : TOPICS) {
            html.leaf("dt", words.own("help." + topic + ".term"));
            html.leaf(
                    "dd",
                    words.own(
                            "help." + topic,
                            words.formats().percent(standard.confidence()),
                            words.formats().count(tested)));
        }
        html.close().close();
    }
}
