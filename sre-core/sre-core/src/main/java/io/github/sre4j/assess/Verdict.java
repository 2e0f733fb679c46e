package io.github.sre4j.assess;

/** What the data says about an SLI, or about an endpoint. */
public enum Verdict {
    /** The data shows that the objective is met. */
    MET,
    /** The data shows that it is missed, throughout the window. */
    MISSED,
    /** The data shows neither. */
    UNDECIDED,
    /** There was not one event. */
    NO_DATA,
    /** Exempted by a waiver that holds. */
    WAIVED
}
