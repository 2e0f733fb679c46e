package io.github.sre4j.trace.story;

import io.github.sre4j.trace.TraceAnalysis;
import java.util.ArrayList;
import java.util.List;

/** Puts the chapters together. */
final class StoryBuilder {

    private final TraceAnalysis analysis;

    StoryBuilder(TraceAnalysis masked) {
        this.analysis = masked;
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        lines.addAll(new RequestSection(analysis).lines());
        lines.addAll(new ErrorSection(analysis).lines());
        lines.addAll(new FindingsSection(analysis).lines());
        lines.addAll(new TimeSection(analysis).lines());
        lines.addAll(new BackgroundSection(analysis).lines());
        lines.addAll(new LogsSection(analysis).lines());
        lines.addAll(new DataGapsSection(analysis).lines());
        lines.addAll(new NextStepsSection(analysis).lines());
        lines.sort(java.util.Comparator.comparing(StoryLine::part));
        return lines;
    }
}
