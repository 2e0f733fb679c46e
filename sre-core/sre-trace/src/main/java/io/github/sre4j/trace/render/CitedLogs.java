package io.github.sre4j.trace.render;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.story.Fact;
import io.github.sre4j.trace.story.StoryLine;
import io.github.sre4j.trace.story.TraceStory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The log lines that a story rests on. */
public final class CitedLogs {

    /** Longer messages are cut in sentences. */
    private static final int MAX_QUOTED = 190;

    private CitedLogs() {}

    /** Returns the lines that a sentence of the story or one of its errors names, in order of time. */
    public static List<LogLine> of(TraceStory story) {
        Set<String> cited = new HashSet<>();
        story.lines()
                .forEach(line -> line.facts().stream()
                        .filter(fact -> fact.kind() == Fact.Kind.LOG)
                        .forEach(fact -> cited.add(fact.id())));
        story.analysis().errors().forEach(error -> cited.addAll(error.logIds()));
        return story.trace().logs().stream()
                .filter(line -> cited.contains(line.id()))
                .toList();
    }

    /** Returns those of them that no sentence quotes whole. */
    static List<LogLine> notQuoted(TraceStory story) {
        Set<String> quoted = new HashSet<>();
        for (StoryLine line : story.lines(StoryLine.Part.LOGS)) {
            if (line.key().equals("logs.line")) {
                line.facts().forEach(fact -> quoted.add(fact.id()));
            }
        }
        return of(story).stream()
                .filter(line -> !quoted.contains(line.id()) || line.message().length() > MAX_QUOTED)
                .toList();
    }
}
