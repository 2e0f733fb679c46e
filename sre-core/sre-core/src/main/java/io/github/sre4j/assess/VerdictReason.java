package io.github.sre4j.assess;

/** Why an SLI has its verdict. */
public enum VerdictReason {
    /** MET: even the upper confidence bound of the bad ratio is within what is allowed. */
    WITHIN,
    /** MISSED: too many bad events for chance, in both halves of the window. */
    CHRONIC,
    /** UNDECIDED: too many bad events for chance, but only in one half of the window: an incident, not a habit. */
    INCIDENT,
    /** UNDECIDED: too little traffic to show either. */
    TOO_LITTLE_TRAFFIC,
    /** NO_DATA: not one event. */
    NO_EVENTS,
    /** WAIVED: a waiver holds. */
    WAIVED
}
