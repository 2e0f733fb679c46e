package io.github.sre4j.trace.render;

import io.github.sre4j.text.Formats;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.SpanOrder;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.story.Arg;
import io.github.sre4j.trace.story.TraceStory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The waterfall as a table: every bar is said in words and numbers too, so nothing depends on seeing it. */
final class HtmlWaterfall {

    private static final int MAX_LOGS = 5;
    private static final List<String> COLUMNS = List.of("span", "service", "start", "duration", "self", "path");
    /** Places of a bar that can be told apart on a screen. */
    private static final long BAR_PLACES = 500;

    private final Trace trace;
    private final TraceStory story;
    private final StoryText words;
    private final Formats formats;
    private final Map<String, LogLine> logs = new HashMap<>();
    private final boolean severalServices;

    HtmlWaterfall(TraceStory story, StoryText words, Formats formats) {
        this.story = story;
        this.trace = story.trace();
        this.words = words;
        this.formats = formats;
        this.severalServices = trace.services().size() > 1;
        trace.logs().forEach(line -> logs.put(line.id(), line));
    }

    void append(StringBuilder out, Waterfall waterfall) {
        out.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(words.label("waterfall.title"))
                .append("\">\n<table>\n<caption>")
                .append(words.label("waterfall.title"))
                .append("</caption>\n<thead><tr>");
        for (String column : COLUMNS) {
            if (column.equals("service") && !severalServices) {
                continue;
            }
            out.append("<th scope=\"col\">")
                    .append(words.label("waterfall." + column))
                    .append("</th>");
        }
        out.append("<th scope=\"col\" aria-hidden=\"true\"></th></tr></thead>\n<tbody>\n");
        waterfall.rows().forEach(row -> row(out, row));
        out.append("</tbody>\n</table>\n</div>\n<p class=\"note key\"><i class=\"p\"></i>")
                .append(words.label("html.on-path"))
                .append("<i></i>")
                .append(words.label("html.beside"))
                .append("</p>\n");
        if (waterfall.hidden() > 0) {
            out.append("<p class=\"note\">")
                    .append(words.sentence("waterfall.more", List.of(new Arg.Count(waterfall.hidden()))))
                    .append("</p>\n");
        }
    }

    private void row(StringBuilder out, WaterfallRow row) {
        String name = row.count() > 1 ? row.count() + "× " + row.name() : row.name();
        out.append("<tr><th scope=\"row\" style=\"padding-left:")
                .append(Math.min(20, row.depth()))
                .append("rem;font-weight:400\"><code>")
                .append(Html.escape(name))
                .append("</code>");
        if (row.failed()) {
            out.append(" <span class=\"bad\">")
                    .append(words.label("waterfall.failed"))
                    .append("</span>");
        }
        logs(out, row);
        out.append("</th>");
        if (severalServices) {
            out.append("<td class=\"x\">")
                    .append(Html.escape(trace.span(row.span()).service()))
                    .append("</td>");
        }
        number(out, "s", row.startNanos());
        number(out, "d", row.nanos());
        // Several spans in one row have nothing below them: all of their time is their own.
        number(
                out,
                "e",
                row.count() > 1
                        ? row.nanos()
                        : story.analysis().times().get(row.span()).selfNanos());
        out.append("<td class=\"x\">")
                .append(row.onPath() ? words.label("waterfall.yes") : "–")
                .append("</td><td class=\"b\" aria-hidden=\"true\"><div class=\"t\">");
        bar(out, row);
        out.append("</div></td></tr>\n");
    }

    /** A piece for every span; pieces that would touch on a screen are one. */
    private void bar(StringBuilder out, WaterfallRow row) {
        long touching = trace.durationNanos() / BAR_PLACES;
        int[] spans = row.spans().stream().mapToInt(Integer::intValue).toArray();
        long from = row.startNanos();
        long to = from;
        for (int span : SpanOrder.by(spans, trace::startNanos)) {
            if (trace.startNanos(span) > to + touching) {
                piece(out, row.onPath(), from, to);
                from = trace.startNanos(span);
            }
            to = Math.max(to, trace.endNanos(span));
        }
        piece(out, row.onPath(), from, to);
    }

    private void piece(StringBuilder out, boolean onPath, long from, long to) {
        out.append("<i class=\"")
                .append(onPath ? "p" : "o")
                .append("\" style=\"left:")
                .append(percent(from))
                .append("%;width:")
                .append(percent(Math.min(to, trace.durationNanos()) - Math.max(0, from)))
                .append("%\"></i>");
    }

    private void logs(StringBuilder out, WaterfallRow row) {
        if (row.logIds().isEmpty()) {
            return;
        }
        out.append("<details><summary>")
                .append(words.label("waterfall.logs"))
                .append(" (")
                .append(row.logIds().size())
                .append(")</summary><ul class=\"l\">");
        row.logIds().stream().limit(MAX_LOGS).map(logs::get).forEach(line -> {
            if (line != null) {
                out.append("<li>")
                        .append(Html.escape(line.severity() + " " + line.message()))
                        .append("</li>");
            }
        });
        out.append("</ul></details>");
    }

    private void number(StringBuilder out, String column, long nanos) {
        out.append("<td class=\"n ")
                .append(column)
                .append("\">")
                .append(Html.escape(formats.duration(Duration.ofNanos(nanos))))
                .append("</td>");
    }

    private String percent(long nanos) {
        double share = trace.durationNanos() == 0 ? 0 : 100.0 * nanos / trace.durationNanos();
        return String.format(Locale.ROOT, "%.2f", Math.max(0, Math.min(100, share)));
    }
}
