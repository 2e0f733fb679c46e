package io.github.sre4j.sli;

/**
 * A service level indicator with its objective: a ratio of good events to all events of an endpoint, and the share that must be good.
 *
 * <p>"p95 within 1 s" is the indicator "requests answered within 1 s" with the objective 0.95; no percentile is ever compared.
 */
public sealed interface Sli permits LatencySli, ErrorSli, ShiftSli {

    /** What makes an event good. */
    SliKind kind();

    /** The share of events that must be good. */
    Objective objective();
}
