package io.github.sre4j.trace;

import java.util.List;

/**
 * One fact a finding rests on.
 *
 * @param key what the fact is
 * @param number its value if it is a number (counts, nanoseconds, bytes, per mille), else 0
 * @param text its value if it is a text, untrusted, else empty
 * @param spanIds the spans it was seen in, may be empty
 */
public record Evidence(Key key, long number, String text, List<String> spanIds) {

    /** Copies the list. */
    public Evidence {
        spanIds = List.copyOf(spanIds);
    }

    /** What a fact is. */
    public enum Key {
        /** The span under which all the spans of the finding are. */
        COMMON_ANCESTOR,
        /** The query before the repeats, whose rows they most likely follow. */
        SOURCE_QUERY,
        /** Most calls in flight at once. */
        MAX_IN_FLIGHT,
        /** Number of different targets (paths, statements). */
        DISTINCT_TARGETS,
        /** Share of the request's time, per mille. */
        SHARE_PER_MILLE,
        /** One statement of a cycle, in order. */
        CYCLE_MEMBER,
        /** How often a cycle ran. */
        CYCLES,
        /** Number of attempts that failed. */
        FAILED_ATTEMPTS,
        /** Waiting between attempts in total, nanoseconds. */
        GAPS_NANOS,
        /** {@code none}, {@code constant}, {@code growing} or {@code irregular}. */
        BACK_OFF,
        /** Whether the last attempt worked: 1 or 0. */
        RECOVERED,
        /** The longest single member, nanoseconds. */
        LONGEST_NANOS,
        /** The median of the statements on the same table in this trace, nanoseconds. */
        MEDIAN_NANOS,
        /** The database statements around a remote call. */
        TRANSACTION_STATEMENTS,
        /** Size of a response, bytes. */
        BYTES,
        /** How it is known: {@code span}, {@code transaction-row}, {@code gap-between-caller-and-callee}. */
        SOURCE,
        /** The handler or class that did it, as the span's name says. */
        HANDLER,
        /** The query plan: always {@code unknown} unless rows carry one. */
        PLAN,
        /** The callee's own time, nanoseconds. */
        CALLEE_NANOS,
        /** Number of different values, or 0 if values are not reported. */
        DISTINCT_VALUES,
        /** Rows that the statements asked for or wrote, as their texts tell; 0 if they do not. */
        ROWS,
        /** Where the time of a callee went: its span that took most. */
        CALLEE_PART
    }

    /** A number. */
    public static Evidence number(Key key, long number) {
        return new Evidence(key, number, "", List.of());
    }

    /** A text. */
    public static Evidence text(Key key, String text) {
        return new Evidence(key, 0, text, List.of());
    }

    /** A span, with its name as the text. */
    public static Evidence span(Key key, Span span) {
        return new Evidence(key, 0, span.name(), List.of(span.id()));
    }
}
