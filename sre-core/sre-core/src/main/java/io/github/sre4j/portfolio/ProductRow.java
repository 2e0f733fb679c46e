package io.github.sre4j.portfolio;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.Trend;
import io.github.sre4j.report.html.HtmlWriter;
import io.github.sre4j.text.Formats;
import io.github.sre4j.text.TextEscaping;
import io.github.sre4j.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** One product in the table of all: how it stands, and what is behind that in a row below. */
record ProductRow(Texts words, Formats formats) {

    private static final int MOST_MISSED = 10;
    private static final int SHARE_WIDTH = 96;
    private static final int WEEK_HEIGHT = 48;
    private static final int WEEK_WIDTH = 512;

    /** How a product stands, in one word. */
    enum State {
        STALE,
        NO_DATA,
        MISSED,
        MET;

        static State of(Portfolio portfolio, CheckedProduct product) {
            if (portfolio.isStale(product)) {
                return STALE;
            }
            if (product.summary().endpoints() == 0) {
                return NO_DATA;
            }
            return product.summary().missed() > 0 ? MISSED : MET;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    void write(Portfolio portfolio, CheckedProduct product, String id, HtmlWriter html) {
        CheckSummary summary = product.summary();
        State state = State.of(portfolio, product);
        html.open("tbody", "id", id, "class", state.id(), "data-k", keys(product));
        html.open("tr").open("th", "scope", "row");
        html.leaf("bdi", TextEscaping.forTerminal(product.name())).close();
        html.open("td");
        if (summary.endpoints() == 0) {
            html.text(words.get("state.no-data"));
        } else {
            share(product, html);
            html.text(words.get(
                    "row.share",
                    formats.count((long) summary.met() + summary.waived()),
                    formats.count(summary.endpoints())));
        }
        html.close();
        html.leaf("td", formats.count(summary.missed()), "class", summary.missed() > 0 ? "missed" : "");
        html.leaf("td", duration(summary.excessSecondsPerDay()));
        html.leaf("td", change(product.change()));
        html.leaf("td", words.get(summary.passed() ? "row.passed" : "row.failed"));
        html.leaf(
                "td",
                words.get(
                        state == State.STALE ? "row.checked-stale" : "row.checked",
                        formats.duration(
                                Duration.between(summary.at(), portfolio.at()).plus(Duration.ofMillis(1)))));
        html.close();
        details(product, html);
        html.close();
    }

    private void details(CheckedProduct product, HtmlWriter html) {
        html.open("tr").open("td", "colspan", "7").open("details");
        html.leaf("summary", words.get("row.more")).open("div", "class", "ev").open("dl");
        html.leaf("dt", words.get("row.standard"));
        html.leaf("dd", TextEscaping.forTerminal(product.summary().standard()));
        html.leaf("dt", words.get("row.counts"));
        html.leaf(
                "dd",
                words.get(
                        "row.counted",
                        product.summary().met(),
                        product.summary().missed(),
                        product.summary().undecided(),
                        product.summary().waived()));
        html.leaf("dt", words.get("row.source"));
        html.open("dd").leaf("code", TextEscaping.forTerminal(product.source())).close();
        html.close();
        if (product.weeks().size() > 1) {
            html.open("dl").leaf("dt", words.get("row.weeks")).open("dd");
            weeks(product.weeks(), html);
            html.text(words.get(
                            "row.weeks-reading",
                            product.weeks().get(0).remaining(),
                            formats.date(product.weeks().get(0).monday()),
                            product.summary().missed()))
                    .close()
                    .close();
        }
        if (!product.missed().isEmpty()) {
            html.open("dl").leaf("dt", words.get("row.missed"));
            List<CheckedProduct.Miss> shown = product.missed()
                    .subList(0, Math.min(MOST_MISSED, product.missed().size()));
            shown.forEach(miss -> html.leaf(
                    "dd",
                    words.get(
                            "row.miss", TextEscaping.forTerminal(miss.label()), duration(miss.excessSecondsPerDay()))));
            if (shown.size() < product.missed().size()) {
                html.leaf("dd", words.get("row.more-missed", product.missed().size() - shown.size()));
            }
            html.close();
        }
        html.close().close().close().close();
    }

    /** The share at the standard as a bar; the numbers beside it say the same. */
    private static void share(CheckedProduct product, HtmlWriter html) {
        html.open("svg", "class", "share", "viewBox", "0 0 96 10", "aria-hidden", "true");
        html.shape("rect", "width", "96", "height", "10");
        html.shape(
                "rect",
                "class",
                "f-met",
                "width",
                String.valueOf(Math.round(product.share() * SHARE_WIDTH)),
                "height",
                "10");
        html.close();
    }

    private static void weeks(List<Trend.Week> weeks, HtmlWriter html) {
        int most =
                Math.max(1, weeks.stream().mapToInt(Trend.Week::remaining).max().orElse(1));
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < weeks.size(); i++) {
            line.append(i == 0 ? 'M' : 'L')
                    .append(i * WEEK_WIDTH / (weeks.size() - 1))
                    .append(' ')
                    .append(WEEK_HEIGHT - 2 - weeks.get(i).remaining() * (WEEK_HEIGHT - 4) / most);
        }
        html.open(
                "svg", "class", "weeks", "viewBox", "0 0 512 48", "preserveAspectRatio", "none", "aria-hidden", "true");
        html.shape("path", "d", line.toString());
        html.close();
    }

    private String change(OptionalInt change) {
        if (change.isEmpty()) {
            return "–";
        }
        int value = change.getAsInt();
        return value == 0
                ? words.get("row.same")
                : words.get(value < 0 ? "row.fewer" : "row.more-than", Math.abs(value));
    }

    private String duration(double seconds) {
        return formats.duration(Duration.ofMillis(Math.round(seconds * 1000)));
    }

    /** What columns are sorted by, in their order. */
    private static String keys(CheckedProduct product) {
        CheckSummary summary = product.summary();
        return String.format(
                Locale.ROOT,
                "%.4f %d %d %d %d %d",
                product.share(),
                summary.missed(),
                Math.round(summary.excessSecondsPerDay() * 1000),
                product.change().orElse(Integer.MAX_VALUE),
                summary.passed() ? 1 : 0,
                summary.at().getEpochSecond());
    }
}
