package io.github.sre4j.examples.standin.nrql;

/** What can be asked. */
public sealed interface Statement permits Query, Statement.ShowEventTypes {
    /** {@code SHOW EVENT TYPES}, whatever its window. */
    record ShowEventTypes() implements Statement {}
}
