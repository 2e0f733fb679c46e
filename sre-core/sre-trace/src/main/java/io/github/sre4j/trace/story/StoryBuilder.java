package io.github.sre4j.trace.story;

import io.github.sre4j.trace.TraceAnalysis;
import java.util.ArrayList;
import java.util.List;

/** Puts the chapters together. */
final class StoryBuilder {

    private final TraceAnalysis analysis;

    private final StoryPlaces places;

    StoryBuilder(TraceAnalysis masked, StoryPlaces places) {
        this.analysis = masked;
        this.places = places;
    }

    List<StoryLine> lines() {
        List<StoryLine> lines = new ArrayList<>();
        lines.addAll(new RequestSection(analysis, places).lines());
        lines.addAll(new ErrorSection(analysis, places).lines());
        lines.addAll(new FindingsSection(analysis, places).lines());
        lines.addAll(new TimeSection(analysis).lines());
        lines.addAll(new BackgroundSection(analysis).lines());
        lines.addAll(new LogsSection(analysis, places).lines());
        lines.addAll(new DataGapsSection(analysis, places).lines());
        lines.addAll(new NextStepsSection(analysis, places).lines());
        lines.sort(java.util.Comparator.comparing(StoryLine::part));
        return lines;
    }
}
