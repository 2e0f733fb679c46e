package io.github.sre4j.trace.story;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TransactionRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks that what a story rests on exists: a statement that points to nothing is none. Immutable and safe to share. */
public final class FactCheck {

    private final TraceStory story;
    private final Set<String> logs = new HashSet<>();
    private final Set<String> rows = new HashSet<>();
    private final Set<String> notes = new HashSet<>();

    /** Checks against what is known in this story. */
    public FactCheck(TraceStory story) {
        this.story = story;
        Trace trace = story.trace();
        trace.logs().stream().map(LogLine::id).forEach(logs::add);
        trace.transactions().stream().map(TransactionRow::guid).forEach(rows::add);
        trace.notes().forEach(note -> notes.add(note.kind().name()));
    }

    /** Whether there is such a thing in the trace. */
    public boolean holds(Fact fact) {
        return switch (fact.kind()) {
            case SPAN -> story.trace().indexOf(fact.id()).isPresent();
            case LOG -> logs.contains(fact.id());
            case TRANSACTION -> rows.contains(fact.id());
            case FINDING -> within(fact.id(), story.analysis().findings().size());
            case ERROR -> within(fact.id(), story.analysis().errors().size());
            case NOTE -> notes.contains(fact.id());
            case TRACE -> story.trace().id().equals(fact.id());
        };
    }

    private static boolean within(String place, int size) {
        try {
            int index = Integer.parseInt(place);
            return index >= 0 && index < size;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** What does not hold, one sentence a fact; empty if the whole story rests on something. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        for (StoryLine line : story.lines()) {
            for (Fact fact : line.facts()) {
                if (!holds(fact)) {
                    problems.add("the line '" + line.key() + "' rests on " + fact + ", which is not in the trace");
                }
            }
        }
        return problems;
    }
}
