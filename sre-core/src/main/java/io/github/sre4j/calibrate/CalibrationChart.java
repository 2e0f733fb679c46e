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
        String title = escaped(words.get("page.title", service));
        return "<!doctype html>\n<html lang=\"" + texts.locale().getLanguage() + "\">\n<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>" + title + "</title>\n<style>"
                + ":root{color-scheme:light dark;--line:#1f5f8b;--mark:#b3402e;--quiet:#667}"
                + "@media(prefers-color-scheme:dark){:root{--line:#7db8e0;--mark:#f0907f;--quiet:#9aa}}"
                + "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}"
                + "svg{width:100%;height:auto}svg text{font-size:12px;fill:currentColor}.q{color:var(--quiet)}"
                + "td,th{text-align:right;padding:.2rem .7rem;font-variant-numeric:tabular-nums}"
                + "</style>\n<h1>" + title + "</h1>\n<p>" + escaped(text.suggestion(calibration)) + "</p>\n"
                + chart(calibration) + table(calibration) + "<p class=\"q\">"
                + escaped(words.get("no-browser-evidence")) + "</p>\n</html>\n";
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
        StringBuilder table = new StringBuilder("<table>\n<tr>");
        List.of("column.threshold", "column.missed", "column.met", "column.undecided", "column.waiting", "column.share")
                .forEach(key -> table.append("<th scope=\"col\">")
                        .append(escaped(words.get(key)))
                        .append("</th>"));
        table.append("</tr>\n");
        for (Rung rung : calibration.rungs()) {
            table.append("<tr>");
            List.of(
                            formats.exactDuration(rung.threshold()),
                            formats.count(rung.missed()),
                            formats.count(rung.met()),
                            formats.count(rung.undecided()),
                            formats.duration(rung.excess()),
                            formats.percent(Math.round(calibration.share(rung) * 100) / 100.0))
                    .forEach(cell -> table.append("<td>").append(escaped(cell)).append("</td>"));
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
