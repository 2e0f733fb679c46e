package io.github.sre4j.trace.story;

import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import java.util.List;

/**
 * What happened in one request: the analysis, masked, and its statements in the order in which they are read. Immutable and safe to
 * share. Only {@link TraceAnalyzer} makes one, so nothing unmasked can reach a renderer.
 */
public final class TraceStory {

    private final TraceAnalysis analysis;
    private final List<StoryLine> lines;
    private final List<StoryPlace> places;

    TraceStory(TraceAnalysis masked, List<StoryLine> lines, StoryPlaces places) {
        this.analysis = masked;
        this.places = places.all();
        this.lines = List.copyOf(lines);
    }

    /** What the story rests on, masked. */
    public TraceAnalysis analysis() {
        return analysis;
    }

    /** The trace, masked. */
    public Trace trace() {
        return analysis.trace();
    }

    /** All statements, in the order of {@link StoryLine.Part}. */
    public List<StoryLine> lines() {
        return lines;
    }

    /** Returns the facts that were found in the sources; empty without sources. */
    public List<StoryPlace> places() {
        return places;
    }

    /** The statements of one part; may be empty. */
    public List<StoryLine> lines(StoryLine.Part part) {
        return lines.stream().filter(line -> line.part() == part).toList();
    }

    /** The shortest account: what was asked, and the first statement on what failed or what took the time. */
    public List<StoryLine> headline() {
        List<StoryLine> cause =
                lines(StoryLine.Part.FAILED).isEmpty() ? lines(StoryLine.Part.TIME) : lines(StoryLine.Part.FAILED);
        return List.of(lines.get(0), cause.isEmpty() ? lines.get(lines.size() - 1) : cause.get(0));
    }

    /** Whether there is anything to tell: a span, a row or a log line. */
    public boolean known() {
        return trace().size() > 0
                || !trace().transactions().isEmpty()
                || !trace().logs().isEmpty();
    }
}
