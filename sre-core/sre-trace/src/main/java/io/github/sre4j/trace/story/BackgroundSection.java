package io.github.sre4j.trace.story;

import io.github.sre4j.trace.BackgroundWork;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.story.StoryLine.Part;
import java.util.ArrayList;
import java.util.List;

/** Work that nothing waited for: when it began, how long it took, where its time went. */
final class BackgroundSection {

    private static final int MAX_TOLD = 4;

    private final TraceAnalysis analysis;
    private final Trace trace;

    BackgroundSection(TraceAnalysis analysis) {
        this.analysis = analysis;
        this.trace = analysis.trace();
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        List<BackgroundWork> outermost = analysis.background().stream()
                .filter(work -> !trace.background(trace.parent(work.span())))
                .toList();
        outermost.stream().limit(MAX_TOLD).forEach(work -> lines.add(line(work)));
        if (outermost.size() > MAX_TOLD) {
            lines.add(new Line(Part.BACKGROUND, "background.more")
                    .count(outermost.size() - MAX_TOLD)
                    .on(Fact.Kind.TRACE, trace.id())
                    .line());
        }
        return lines;
    }

    /** Values: 0 name, 1 service, 2 start, 3 duration, 4 its slowest part, 5 that part's time, 6 its share. */
    private StoryLine line(BackgroundWork work) {
        Span span = trace.span(work.span());
        boolean split = work.slowest() != work.span();
        boolean oneWay = trace.unfinished(work.span()) && trace.unfinished(trace.parent(work.span()));
        Line line = new Line(
                        Part.BACKGROUND,
                        split && oneWay ? "background.one-way" : split ? "background.message" : "background.alone")
                .name(Names.span(span))
                .name(span.service())
                .time(Math.max(0, work.startNanos()))
                .time(work.durationNanos())
                .name(Names.span(trace.span(work.slowest())))
                .time(work.slowestNanos())
                .share(work.slowestNanos(), work.durationNanos());
        return line.on(span).on(trace.span(work.slowest())).line();
    }
}
