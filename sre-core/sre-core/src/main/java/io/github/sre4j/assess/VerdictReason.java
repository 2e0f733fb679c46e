package io.github.sre4j.assess;

/** Reasons of the verdict of an SLI. */
public enum VerdictReason {
    /** MET: even the upper confidence bound of the bad ratio is within the limit. */
    WITHIN,
    /** MISSED: too many bad events for chance, in both halves of the window. */
    CHRONIC,
    /** MISSED: too many bad events for chance since a change, for longer than an incident, up to now. */
    REGRESSION,
    /** UNDECIDED: too many bad events for chance or for bursts, but what came after shows that it is over. */
    RECOVERED,
    /** UNDECIDED: too many bad events for chance or for bursts, but only for a few hours. */
    INCIDENT,
    /** UNDECIDED: above the limit, but not more than chance and the bursts of this service explain. */
    ABOVE_LIMIT,
    /** UNDECIDED: within the limit, but too little traffic to show it. */
    TOO_LITTLE_TRAFFIC,
    /** NO_DATA: no event. */
    NO_EVENTS,
    /** WAIVED: a waiver holds. */
    WAIVED
}
