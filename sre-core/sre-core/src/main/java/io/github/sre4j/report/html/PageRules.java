package io.github.sre4j.report.html;

import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import java.util.List;

/**
 * Captions that every row would repeat, as rules of style: they say what a picture shows below each picture, and what a value is where a narrow
 * screen has no room for the head of the table. Said once, they leave the page a third lighter.
 */
record PageRules(PageText words) {

    String of(Window window) {
        StringBuilder rules = new StringBuilder();
        rules.append(caption(".pv::after", words.own("evidence.percentiles")));
        for (TimeStrip strip : List.of(TimeStrip.fine(window), TimeStrip.coarse(window))) {
            for (SliKind kind : SliKind.values()) {
                rules.append(caption(
                        "." + strip.className(kind) + "::after",
                        words.own("evidence.strip." + kind.id(), strip.cellHours())));
            }
        }
        rules.append("@media(max-width:44em){");
        for (int i = 0; i < EndpointsPart.COLUMNS.size(); i++) {
            rules.append(caption(
                    "#t td:nth-child(" + (i + 2) + ")::before", words.own("column." + EndpointsPart.COLUMNS.get(i))));
        }
        return rules.append('}').toString();
    }

    private static String caption(String selector, String text) {
        return selector + "{content:\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}";
    }
}
