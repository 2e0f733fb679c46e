package io.github.sre4j.advisor.cause;

/** Whose service it is that was called, as far as telemetry tells. */
public enum Callee {
    /** One that sends spans of its own. */
    SEEN,
    /** One that sends none, by a name of the organisation's own or of no network that all can reach: whose it is, nobody knows. */
    UNKNOWN,
    /** One that sends none, by a name in somebody else's domain. */
    THIRD_PARTY
}
