package io.github.sre4j.trace.story;

import org.jspecify.annotations.Nullable;

/**
 * Something a line rests on.
 *
 * @param kind what kind of thing
 * @param id its id: a span's, a log line's, a transaction's guid, a note's kind, or the place of a finding or error in its list, from 0
 */
public record Fact(Kind kind, String id) {

    /** What a fact can be. */
    public enum Kind {
        /** A span, by its id. */
        SPAN("span"),
        /** A log line, by its id. */
        LOG("log"),
        /** A transaction row, by its guid. */
        TRANSACTION("transaction"),
        /** A finding, by its place in {@link io.github.sre4j.trace.TraceAnalysis#findings()}. */
        FINDING("finding"),
        /** An error, by its place in {@link io.github.sre4j.trace.TraceAnalysis#errors()}. */
        ERROR("error"),
        /** A note, by the name of its kind. */
        NOTE("note"),
        /** The trace as a whole, by its id. */
        TRACE("trace");

        private final String id;

        Kind(String id) {
            this.id = id;
        }
    }

    // Written out: what a record brings is put together when it is first called, which a young virtual machine feels.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fact fact && kind == fact.kind && id.equals(fact.id);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + id.hashCode();
    }

    /** As it stands in files: {@code span:4f2a…}. */
    @Override
    public String toString() {
        return kind.id + ":" + id;
    }
}
