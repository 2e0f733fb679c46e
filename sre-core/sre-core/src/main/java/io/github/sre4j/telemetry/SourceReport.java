package io.github.sre4j.telemetry;

import io.github.sre4j.sli.Window;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was read, and what could not be.
 *
 * @param kind the kind of source as written in the report: {@code event-files}, {@code newrelic}, …
 * @param description what was read, for people
 * @param events request events counted in the window
 * @param outsideWindow request events that were read but lie outside the window
 * @param seen from the first to just after the last request event read, inside or outside the window; null if there was none
 * @param rejections lines or rows that could not be used
 * @param sampling whether the events are all there were
 * @param notes what the data could not tell, a sentence each, for people
 * @param queries what was asked, so that somebody can ask it again; empty for files
 * @param incomplete contradictions in the answers, which show that requests are missing or counted twice; empty if all of it adds up
 */
public record SourceReport(
        String kind,
        Message description,
        long events,
        long outsideWindow,
        @Nullable Window seen,
        Rejections rejections,
        Sampling sampling,
        List<Message> notes,
        List<String> queries,
        List<Message> incomplete) {

    /** A source whose answers add up. */
    public SourceReport(
            String kind,
            Message description,
            long events,
            long outsideWindow,
            @Nullable Window seen,
            Rejections rejections,
            Sampling sampling,
            List<Message> notes,
            List<String> queries) {
        this(kind, description, events, outsideWindow, seen, rejections, sampling, notes, queries, List.of());
    }

    /** What was read where nothing is asked. */
    public SourceReport(
            String kind,
            Message description,
            long events,
            long outsideWindow,
            @Nullable Window seen,
            Rejections rejections,
            Sampling sampling,
            List<Message> notes) {
        this(kind, description, events, outsideWindow, seen, rejections, sampling, notes, List.of());
    }

    /** Copies the lists. */
    public SourceReport {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(rejections, "rejections");
        Objects.requireNonNull(sampling, "sampling");
        notes = List.copyOf(notes);
        queries = List.copyOf(queries);
        incomplete = List.copyOf(incomplete);
    }

    /** The same with other notes. */
    public SourceReport withNotes(List<Message> others) {
        return new SourceReport(
                kind, description, events, outsideWindow, seen, rejections, sampling, others, queries, incomplete);
    }

    /**
     * Returns this report with what a further query showed.
     *
     * @param furtherNotes notes to add
     * @param furtherQueries queries to add
     * @param contradictions contradictions to add
     */
    public SourceReport extendedBy(
            List<Message> furtherNotes, List<String> furtherQueries, List<Message> contradictions) {
        return new SourceReport(
                kind,
                description,
                events,
                outsideWindow,
                seen,
                rejections,
                sampling,
                joined(notes, furtherNotes),
                joined(queries, furtherQueries),
                joined(incomplete, contradictions));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** From the first to just after the last event read; empty if there was none. */
    public Optional<Window> seenWindow() {
        return Optional.ofNullable(seen);
    }
}
