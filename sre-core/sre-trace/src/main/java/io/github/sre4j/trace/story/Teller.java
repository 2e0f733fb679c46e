package io.github.sre4j.trace.story;

import io.github.sre4j.trace.TraceAnalysis;
import java.util.ArrayList;
import java.util.List;

/** Puts the chapters together. */
final class Teller {

    private final TraceAnalysis analysis;

    Teller(TraceAnalysis masked) {
        this.analysis = masked;
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        lines.addAll(new AskedChapter(analysis).lines());
        lines.addAll(new FailedChapter(analysis).lines());
        lines.addAll(new FindingsChapter(analysis).lines());
        lines.addAll(new TimeChapter(analysis).lines());
        lines.addAll(new LogsChapter(analysis).lines());
        lines.addAll(new MissingChapter(analysis).lines());
        lines.addAll(new NextChapter(analysis).lines());
        lines.sort(java.util.Comparator.comparing(StoryLine::part));
        return lines;
    }
}
