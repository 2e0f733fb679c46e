package io.github.sre4j.site;

import io.github.sre4j.assess.stats.ClopperPearson;
import io.github.sre4j.assess.stats.ExactBinomial;
import java.util.List;
import java.util.Locale;

/** How traffic turns the same share of slow requests from undecided into a verdict: 95 % intervals, computed, against one objective. */
final class VerdictPicture {

    private static final double ALLOWED = 0.05;
    private static final int LEFT = 190;
    private static final int WIDTH = 420;
    private static final double MOST = 0.16;

    private record Row(String label, long requests, long slow) {

        /** As a build that judges this one share alone would say it. */
        String verdict() {
            if (ClopperPearson.provesAtMost(requests, slow, ALLOWED, 0.95)) {
                return "met";
            }
            return ExactBinomial.pValue(requests, slow, ALLOWED) <= 0.01 ? "missed" : "undecided";
        }
    }

    private static final List<Row> ROWS = List.of(
            new Row("2 of 100", 100, 2),
            new Row("20 of 1,000", 1_000, 20),
            new Row("8 of 100", 100, 8),
            new Row("80 of 1,000", 1_000, 80),
            new Row("55 of 1,000", 1_000, 55),
            new Row("5,500 of 100,000", 100_000, 5_500));

    private VerdictPicture() {}

    static String svg() {
        StringBuilder svg = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 760 250\" width=\"760\" role=\"img\" "
                        + "aria-label=\"Share of slow requests with its 95 percent interval, against the 5 percent allowed\">\n"
                        + "<style>text{font:14px system-ui,sans-serif;fill:#1c2226}.q{fill:#59636a;font-size:12px}</style>\n"
                        + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        double limit = x(ALLOWED);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"30\" width=\"%.1f\" height=\"180\" fill=\"#f5e4df\"/>%n",
                limit,
                LEFT + WIDTH - limit));
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"26\" y2=\"214\" stroke=\"#1c2226\" stroke-width=\"2\"/>%n",
                limit,
                limit));
        int y = 50;
        for (Row row : ROWS) {
            var interval = ClopperPearson.interval(row.requests(), row.slow(), 0.95);
            String colour = switch (row.verdict()) {
                case "met" -> "#2c675f";
                case "missed" -> "#ad3425";
                default -> "#59636a";
            };
            svg.append(String.format(Locale.ROOT, "<text x=\"10\" y=\"%d\">%s slow</text>%n", y + 5, row.label()));
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"4\"/>%n",
                    x(interval.low()),
                    Math.min(x(interval.high()), LEFT + WIDTH),
                    y,
                    y,
                    colour));
            svg.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"/>%n",
                    x((double) row.slow() / row.requests()),
                    y,
                    colour));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" style=\"fill:%s\">%s</text>%n",
                    LEFT + WIDTH + 12,
                    y + 5,
                    colour,
                    row.verdict()));
            y += 30;
        }
        for (int percent = 0; percent <= 15; percent += 5) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"q\" text-anchor=\"middle\" x=\"%.1f\" y=\"232\">%d %%</text>%n",
                    x(percent / 100.0),
                    percent));
        }
        return svg.append("</svg>\n").toString();
    }

    private static double x(double share) {
        return LEFT + share / MOST * WIDTH;
    }
}
