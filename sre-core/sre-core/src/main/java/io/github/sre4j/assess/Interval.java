package io.github.sre4j.assess;

/**
 * The two-sided 95 % Clopper-Pearson interval of the share of good events.
 *
 * @param low the lower bound, 0 to 1
 * @param high the upper bound, {@code low} to 1
 */
public record Interval(double low, double high) {

    /** Nothing is known. */
    public static final Interval UNKNOWN = new Interval(0, 1);
}
