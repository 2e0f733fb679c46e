package io.github.sre4j.assess.stats;

/**
 * Where a share lies at a confidence.
 *
 * @param low the lower bound, 0 to 1
 * @param high the upper bound, {@code low} to 1
 */
public record ConfidenceBounds(double low, double high) {}
