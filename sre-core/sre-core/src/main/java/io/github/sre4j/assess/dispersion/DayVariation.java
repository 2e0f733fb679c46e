package io.github.sre4j.assess.dispersion;

/**
 * Variation of the share of bad requests between days.
 *
 * @param square squared coefficient of variation, ≥ 0
 * @param upper the same with one standard error added
 * @param freedom degrees of freedom of {@code upper}
 */
record DayVariation(double square, double upper, double freedom) {

    /** No days to tell apart. */
    static final DayVariation NONE = new DayVariation(0, 0, Double.POSITIVE_INFINITY);
}
