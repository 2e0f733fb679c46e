package io.github.sre4j.assess.stats;

/**
 * The variance of a number of bad events relative to the variance it has where events are independent. Immutable and thread-safe.
 *
 * @param bursts variance factor of bursts, ≥ 1
 * @param days addition to the factor by days that differ, ≥ 0
 * @param freedom degrees of freedom of the estimate, &gt; 0; infinite where the factor is known
 */
public record Dispersion(double bursts, double days, double freedom) {

    /** Independent events. */
    public static final Dispersion INDEPENDENT = new Dispersion(1, 0, Double.POSITIVE_INFINITY);

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if one is outside its range
     */
    public Dispersion {
        if (!(bursts >= 1 && days >= 0 && bursts + days < Double.POSITIVE_INFINITY && freedom > 0)) {
            throw new IllegalArgumentException("no dispersion: " + bursts + " by bursts, " + days + " by days, "
                    + freedom + " degrees of freedom");
        }
    }

    /**
     * Returns the dispersion where another share of the events is bad: days multiply the share, so that their part grows with the odds.
     *
     * @param from share that this dispersion is for, 0 to 1
     * @param to the other share, 0 to 1
     */
    public Dispersion at(double from, double to) {
        return days == 0 || from <= 0 || from >= 1 || to >= 1
                ? this
                : new Dispersion(bursts, days * (to / (1 - to)) / (from / (1 - from)), freedom);
    }

    /** Returns the variance factor, ≥ 1. */
    public double factor() {
        return bursts + days;
    }
}
