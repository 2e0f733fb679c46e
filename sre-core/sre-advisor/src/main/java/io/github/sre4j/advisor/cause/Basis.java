package io.github.sre4j.advisor.cause;

/** What a statement rests on. */
public enum Basis {
    /** Metrics that know every request. */
    METRICS,
    /** Events, one a request; where the agent keeps only some, weighted. */
    EVENTS,
    /** The traces looked at: a sample. */
    TRACES,
    /** The product's source code. */
    SOURCE
}
