package io.github.sre4j.trace.story;

import io.github.sre4j.trace.Finding;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceNote;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one {@link StoryLine}. Not thread-safe. */
final class Line {

    /** A line names no more facts of a kind than this; findings list all of their spans themselves. */
    private static final int MAX_SPANS = 6;

    private final StoryLine.Part part;
    private final String key;
    private final List<Arg> values = new ArrayList<>();
    private final Set<Fact> facts = new LinkedHashSet<>();

    Line(StoryLine.Part part, String key) {
        this.part = part;
        this.key = key;
    }

    Line value(Arg value) {
        values.add(value);
        return this;
    }

    Line time(long nanos) {
        return value(new Arg.Time(nanos));
    }

    Line count(long count) {
        return value(new Arg.Count(count));
    }

    Line share(long nanos, long total) {
        return value(new Arg.Share(total <= 0 ? 0 : Math.min(1, (double) nanos / total)));
    }

    Line name(String name) {
        return value(new Arg.Name(name));
    }

    Line words(String words) {
        return value(new Arg.Words(words));
    }

    Line label(String label) {
        return value(new Arg.Label(label));
    }

    Line on(Fact.Kind kind, String id) {
        facts.add(new Fact(kind, id));
        return this;
    }

    Line on(@Nullable Span span) {
        return span == null ? this : on(Fact.Kind.SPAN, span.id());
    }

    Line on(LogLine line) {
        return on(Fact.Kind.LOG, line.id());
    }

    Line on(TraceNote note) {
        return on(Fact.Kind.NOTE, note.kind().name());
    }

    Line on(Finding finding, int place) {
        on(Fact.Kind.FINDING, Integer.toString(place));
        finding.spanIds().stream().limit(MAX_SPANS).forEach(id -> on(Fact.Kind.SPAN, id));
        return this;
    }

    StoryLine line() {
        return new StoryLine(part, key, values, List.copyOf(facts));
    }
}
