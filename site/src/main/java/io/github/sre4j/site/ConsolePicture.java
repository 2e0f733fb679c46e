package io.github.sre4j.site;

import io.github.sre4j.report.console.ConsoleLine;
import io.github.sre4j.report.console.ConsoleLine.Segment;
import io.github.sre4j.report.console.ConsoleLine.Style;
import java.util.List;
import java.util.Locale;

/** What a terminal shows, as a picture of text that can be selected and searched. */
final class ConsolePicture {

    private static final int LINE = 19;
    private static final double CHARACTER = 8.4;
    private static final int MARGIN = 16;
    private static final int FEWEST_COLUMNS = 90;

    private ConsolePicture() {}

    static String of(List<ConsoleLine> lines, String title) {
        int columns = Math.max(
                FEWEST_COLUMNS,
                lines.stream().mapToInt(each -> each.text().length()).max().orElse(0));
        int width = (int) (columns * CHARACTER) + 2 * MARGIN;
        int height = lines.size() * LINE + 2 * MARGIN;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"%s\">%n",
                width,
                height,
                width,
                escaped(title)));
        svg.append(
                "<style>text{font:14px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;fill:#d8dee3;white-space:pre}"
                        + ".strong{font-weight:700}.good{fill:#7fd3a4;font-weight:700}.bad{fill:#ff9685;font-weight:700}"
                        + ".warn{fill:#e8c66a}.dim{fill:#8b979e}</style>\n");
        svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#161b1f\"/>\n");
        int y = MARGIN + 14;
        for (ConsoleLine line : lines) {
            svg.append("<text xml:space=\"preserve\" x=\"")
                    .append(MARGIN)
                    .append("\" y=\"")
                    .append(y)
                    .append("\">");
            line.segments().forEach(segment -> segment(segment, svg));
            svg.append("</text>\n");
            y += LINE;
        }
        return svg.append("</svg>\n").toString();
    }

    private static void segment(Segment segment, StringBuilder svg) {
        if (segment.style() == Style.PLAIN) {
            svg.append(escaped(segment.text()));
        } else {
            svg.append("<tspan class=\"")
                    .append(segment.style().name().toLowerCase(Locale.ROOT))
                    .append("\">")
                    .append(escaped(segment.text()))
                    .append("</tspan>");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
