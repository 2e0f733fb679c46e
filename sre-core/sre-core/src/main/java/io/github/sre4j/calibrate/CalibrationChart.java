package io.github.sre4j.calibrate;

import io.github.sre4j.text.Formats;
import io.github.sre4j.text.Texts;
import java.util.List;
import java.util.Locale;

/**
 * A calibration as one page for browsers: the curve from threshold to waiting, with the threshold in force and the suggested one, and the same in
 * words. One file without references to others. Immutable and thread-safe.
 */
public final class CalibrationChart {

    private static final int WIDTH = 640;
    private static final int HEIGHT = 260;
    private static final int LEFT = 20;
    private static final int TOP = 24;

    private final Texts words;
    private final Formats formats;
    private final CalibrationText text;
    private final Texts texts;

    /** A page in that language. */
    public CalibrationChart(Texts texts) {
        this.texts = texts;
        this.words = texts.of(CalibrationChart.class);
        this.formats = texts.formats();
        this.text = new CalibrationText(texts);
    }

    /**
     * The page.
     *
     * @param service the service's name, as somebody else wrote it
     * @param calibration what each threshold would mean
     */
    public String page(String service, Calibration calibration) {
        return page(service, calibration, BrowserEvidence.NONE);
    }

    /**
     * The page with what browsers tell of leaving.
     *
     * @param service the service's name, as somebody else wrote it
     * @param calibration what each threshold would mean
     * @param evidence what browsers tell
     */
    public String page(String service, Calibration calibration, BrowserEvidence evidence) {
        String rest = table(calibration) + bounces(evidence) + "<p class=\"q\">" + escaped(text.evidence(evidence))
                + "</p>\n";
        return page(escaped(words.get("page.title", service)), calibration, rest);
    }

    /** The page of many products. */
    public String page(Portfolio portfolio) {
        String rest =
                table(text.rows(portfolio)) + "<p class=\"q\">" + escaped(words.get("together.limits")) + "</p>\n";
        return page(escaped(words.get("page.title.together", portfolio.products())), portfolio.calibration(), rest);
    }

    private String page(String title, Calibration calibration, String rest) {
        return "<!doctype html>\n<html lang=\"" + texts.locale().getLanguage() + "\">\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<style>"
                + ":root{color-scheme:light dark;--line:#1f5f8b;--mark:#b3402e;--quiet:#667}"
                + "@media(prefers-color-scheme:dark){:root{--line:#7db8e0;--mark:#f0907f;--quiet:#9aa}}"
                + "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
                + "svg{width:100%;height:auto}svg text{font-size:12px;fill:currentColor}.q{color:var(--quiet)}"
                + "td,th{text-align:right;padding:.2rem .7rem;font-variant-numeric:tabular-nums}"
                + "</style>\n<h1>" + title + "</h1>\n<p>" + escaped(text.suggestion(calibration)) + "</p>\n"
                + chart(calibration) + rest + "</html>\n";
    }

    private String bounces(BrowserEvidence evidence) {
        if (evidence.buckets().isEmpty()) {
            return "";
        }
        List<List<String>> rows = text.bounces(evidence);
        StringBuilder table = new StringBuilder("<h2>")
                .append(escaped(words.get("bounces.title")))
                .append("</h2>\n<table>\n<tr>");
        rows.get(0)
                .forEach(cell ->
                        table.append("<th scope=\"col\">").append(escaped(cell)).append("</th>"));
        table.append("<th></th></tr>\n");
        for (int i = 1; i < rows.size(); i++) {
            table.append("<tr>");
            rows.get(i)
                    .forEach(cell -> table.append("<td>").append(escaped(cell)).append("</td>"));
            table.append("<td>").append(bar(evidence.buckets().get(i - 1))).append("</td></tr>\n");
        }
        return table.append("</table>\n").toString();
    }

    /** The share that left, and where it may lie. The numbers stand beside it. */
    private static String bar(BounceBucket bucket) {
        if (bucket.visits() == 0) {
            return "";
        }
        String low = number(bucket.interval().low() * 100);
        String high = number(bucket.interval().high() * 100);
        return "<svg viewBox=\"0 0 100 8\" style=\"width:8rem\" aria-hidden=\"true\"><rect width=\""
                + number(bucket.rate() * 100)
                + "\" height=\"8\" fill=\"var(--line)\" opacity=\".5\"/><line stroke=\"currentColor\" y1=\"4\" y2=\"4\" x1=\""
                + low
                + "\" x2=\"" + high + "\"/></svg>";
    }

    private String chart(Calibration calibration) {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(escaped(words.get("chart.label")))
                .append("\">\n");
        StringBuilder points = new StringBuilder();
        for (Rung rung : calibration.rungs()) {
            points.append(number(x(calibration, rung)))
                    .append(',')
                    .append(number(y(calibration, rung)))
                    .append(' ');
        }
        svg.append("<polyline fill=\"none\" stroke=\"var(--line)\" stroke-width=\"2\" points=\"")
                .append(points.toString().strip())
                .append("\"/>\n");
        mark(svg, calibration, calibration.at(calibration.inForce()), "chart.in-force", "currentColor");
        Suggestion suggestion = calibration.suggestion();
        if (suggestion.kind() == Suggestion.Kind.STRICTER) {
            mark(svg, calibration, calibration.at(suggestion.threshold()), "chart.suggested", "var(--mark)");
        }
        for (Rung rung : calibration.rungs()) {
            svg.append("<circle r=\"3\" fill=\"var(--line)\" cx=\"")
                    .append(number(x(calibration, rung)))
                    .append("\" cy=\"")
                    .append(number(y(calibration, rung)))
                    .append("\"/>\n");
        }
        return svg.append("</svg>\n").toString();
    }

    private void mark(StringBuilder svg, Calibration calibration, Rung rung, String key, String colour) {
        String x = number(x(calibration, rung));
        svg.append("<line stroke=\"")
                .append(colour)
                .append("\" stroke-dasharray=\"4 3\" x1=\"")
                .append(x)
                .append("\" x2=\"")
                .append(x)
                .append("\" y1=\"")
                .append(TOP)
                .append("\" y2=\"")
                .append(HEIGHT - TOP)
                .append("\"/><text text-anchor=\"middle\" x=\"")
                .append(x)
                .append("\" y=\"")
                .append(key.equals("chart.in-force") ? TOP - 8 : HEIGHT - 8)
                .append("\">")
                .append(escaped(words.get(key, formats.exactDuration(rung.threshold()))))
                .append("</text>\n");
    }

    private String table(Calibration calibration) {
        return table(text.rows(calibration));
    }

    private static String table(List<List<String>> rows) {
        StringBuilder table = new StringBuilder("<table>\n");
        for (List<String> row : rows) {
            boolean head = row == rows.get(0);
            table.append("<tr>");
            row.forEach(cell -> table.append(head ? "<th scope=\"col\">" : "<td>")
                    .append(escaped(cell))
                    .append(head ? "</th>" : "</td>"));
            table.append("</tr>\n");
        }
        return table.append("</table>\n").toString();
    }

    private static double x(Calibration calibration, Rung rung) {
        double first = Math.log(calibration.rungs().get(0).threshold().toMillis());
        double last = Math.log(calibration
                .rungs()
                .get(calibration.rungs().size() - 1)
                .threshold()
                .toMillis());
        return LEFT + (Math.log(rung.threshold().toMillis()) - first) / (last - first) * (WIDTH - 2 * LEFT);
    }

    private static double y(Calibration calibration, Rung rung) {
        return HEIGHT - TOP - calibration.share(rung) * (HEIGHT - 2 * TOP);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
