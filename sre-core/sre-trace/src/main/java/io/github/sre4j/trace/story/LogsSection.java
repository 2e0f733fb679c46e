package io.github.sre4j.trace.story;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the logs say: lines of errors and warnings, the worst first, each text once; the others are counted. */
final class LogsSection {

    private static final int MAX_LINES = 4;
    private static final int MAX_MESSAGE = 190;

    private final Trace trace;
    private final StoryPlaces places;

    LogsSection(TraceAnalysis analysis, StoryPlaces places) {
        this.places = places;
        this.trace = analysis.trace();
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        if (trace.logs().isEmpty()) {
            return lines;
        }
        for (LogLine loud : loud(trace)) {
            lines.add(line(loud));
            lines.addAll(places.lines(Part.LOGS, Fact.Kind.LOG, loud.id()));
        }
        Line count = new Line(Part.LOGS, "logs.count")
                .count(trace.logs().size())
                .count(trace.logs().stream()
                        .filter(line -> line.severity().isError())
                        .count())
                .count(trace.logs().stream()
                        .filter(line -> line.severity() == Severity.WARN)
                        .count());
        lines.add(count.on(Fact.Kind.TRACE, trace.id()).line());
        return lines;
    }

    /** Returns the lines that are shown: errors, then warnings, each text once. */
    static List<LogLine> loud(Trace trace) {
        Set<String> texts = new HashSet<>();
        return trace.logs().stream()
                .filter(line -> line.severity().isError() || line.severity() == Severity.WARN)
                .sorted(Comparator.comparing((LogLine line) -> !line.severity().isError())
                        .thenComparingLong(LogLine::atNanos))
                .filter(line -> texts.add(line.message()))
                .limit(MAX_LINES)
                .toList();
    }

    /** Values: 0 when, from the start, 1 severity, 2 service or logger, 3 the text. */
    private StoryLine line(LogLine line) {
        String message = line.message();
        String cut = message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) + "…" : message;
        String who = Objects.requireNonNullElse(line.service(), Objects.requireNonNullElse(line.logger(), "?"));
        return new Line(Part.LOGS, "logs.line")
                .time(Math.max(0, line.atNanos() - trace.startEpochNanos()))
                .label("severity." + line.severity().name().toLowerCase(java.util.Locale.ROOT))
                .name(who)
                .words(cut)
                .on(line)
                .line();
    }
}
