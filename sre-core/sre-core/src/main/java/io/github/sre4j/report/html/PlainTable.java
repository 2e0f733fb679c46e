package io.github.sre4j.report.html;

import java.util.List;

/** A table that is only read. It scrolls sideways by itself where the screen is too narrow. */
final class PlainTable {

    private PlainTable() {}

    /**
     * Begins a table.
     *
     * @param labelledBy id of its heading
     * @param columns keys of the headings of its columns
     */
    static void open(PageText words, HtmlWriter html, String labelledBy, List<String> columns) {
        html.open("div", "class", "wide", "role", "group", "aria-labelledby", labelledBy, "tabindex", "0");
        html.open("table", "class", "plain").open("thead").open("tr");
        columns.forEach(column -> html.leaf("th", words.own(column), "scope", "col"));
        html.close().close().open("tbody");
    }

    static void close(HtmlWriter html) {
        html.close().close().close();
    }
}
