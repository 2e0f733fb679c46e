package io.github.sre4j.trace.render;

import io.github.sre4j.trace.story.Fact;
import io.github.sre4j.trace.story.StoryLine;
import java.util.List;

/** Chooses the facts that people see after a line: spans and log lines, a few of them, and not those of the line before again. The story file has all. */
final class ShownFacts {

    private static final int MOST = 3;

    private List<Fact> before = List.of();

    /** Of the next line. */
    List<Fact> of(StoryLine line) {
        List<Fact> facts = line.facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.SPAN || fact.kind() == Fact.Kind.LOG)
                .limit(MOST)
                .toList();
        boolean told = facts.equals(before);
        before = facts;
        return told ? List.of() : facts;
    }
}
