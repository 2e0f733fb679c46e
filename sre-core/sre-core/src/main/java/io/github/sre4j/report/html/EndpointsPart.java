package io.github.sre4j.report.html;

import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.report.ListedEndpoints;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.SliKind;
import java.util.List;
import java.util.Locale;

/** All endpoints in one table: one group of two rows each, what was observed, and the evidence below it. */
record EndpointsPart(PageText words) implements PageSection {

    /** After the endpoint's name, which heads its row. */
    static final List<String> COLUMNS = List.of("verdict", "fast", "errors", "p95", "requests", "waiting");

    /** So many rows have a strip of fine cells: the first ones, which have most to tell. The others would make the page too heavy. */
    private static final int FINE_ROWS = 24;

    @Override
    public void write(ServiceLevelReport report, HtmlWriter html) {
        ListedEndpoints listed = ListedEndpoints.of(report);
        List<EndpointResult> results = listed.endpoints();
        html.open("section", "aria-labelledby", "endpoints");
        html.leaf(
                "h2",
                words.own("endpoints.title", results.size() + listed.omittedEndpoints()),
                "id",
                "endpoints",
                "tabindex",
                "-1");
        if (results.isEmpty()) {
            html.leaf("p", words.own("endpoints.none"), "class", "quiet").close();
            return;
        }
        TimeStrip fine = TimeStrip.fine(report.assessment().window());
        TimeStrip coarse = TimeStrip.coarse(report.assessment().window());
        frames(fine, html);
        html.leaf("p", words.own("endpoints.reading"), "class", "quiet");
        if (listed.omittedEndpoints() > 0) {
            html.leaf("p", words.own("endpoints.omitted", results.size(), listed.omittedEndpoints()), "class", "quiet");
        }
        filter(results, html);
        html.open("div", "class", "wide", "id", "endpoint-table");
        html.open("table", "id", "t");
        html.leaf("caption", words.own("endpoints.caption"), "class", "unseen");
        html.open("thead").open("tr").leaf("th", words.own("column.endpoint"), "scope", "col");
        COLUMNS.forEach(column -> html.leaf("th", words.own("column." + column), "scope", "col"));
        html.close().close();
        for (int i = 0; i < results.size(); i++) {
            EndpointResult result = results.get(i);
            html.open("tbody", "id", id(i), "class", PageText.id(result.verdict()), "data-k", keys(result));
            new EndpointRow(words).write(result, html);
            new EndpointEvidence(words, i < FINE_ROWS ? fine : coarse).write(result, html);
            html.close();
        }
        html.close().close();
        html.close();
    }

    /** Where the endpoint's rows are. */
    static String id(int index) {
        return "e" + (index + 1);
    }

    /** Hidden until the script that can do it runs. */
    private void filter(List<EndpointResult> results, HtmlWriter html) {
        html.open("form", "id", "filter", "role", "search", "hidden");
        html.open("label").leaf("span", words.own("filter.text"));
        html.open("input", "type", "search", "id", "q", "autocomplete", "off", "spellcheck", "false");
        html.close();
        html.open("label").leaf("span", words.own("filter.verdict"));
        html.open("select", "id", "v");
        html.leaf("option", words.own("filter.all", results.size()), "value", "");
        for (Verdict verdict : Summary.ORDER) {
            long count = results.stream().filter(r -> r.verdict() == verdict).count();
            if (count > 0) {
                html.leaf(
                        "option",
                        words.own("filter.option", words.verdict(verdict), count),
                        "value",
                        PageText.id(verdict));
            }
        }
        html.close().close();
        html.leaf("p", "", "id", "shown", "role", "status", "data-text", words.own("filter.shown", "{0}", "{1}"));
        html.close();
    }

    private static void frames(TimeStrip strip, HtmlWriter html) {
        html.open("svg", "class", "frames", "aria-hidden", "true");
        html.open("defs");
        IntervalPicture.writeFrame(html);
        PercentilePicture.writeFrame(html);
        strip.writeFrame(html);
        html.close().close();
    }

    /** What columns are sorted by, in their order. */
    private static String keys(EndpointResult result) {
        return String.format(
                Locale.ROOT,
                "%d %s %s %d %d %d",
                Summary.ORDER.indexOf(result.verdict()),
                EndpointRow.timesAllowed(result, SliKind.LATENCY),
                EndpointRow.timesAllowed(result, SliKind.ERRORS),
                result.measurement()
                        .latencySummary()
                        .map(latency -> latency.p95().toMillis())
                        .orElse(-1L),
                result.measurement().traffic(),
                result.measurement().excess().toMillis());
    }
}
