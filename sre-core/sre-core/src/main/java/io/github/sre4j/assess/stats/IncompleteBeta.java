package io.github.sre4j.assess.stats;

/**
 * The regularised incomplete beta function I<sub>x</sub>(a, b) and its complement, each with full relative precision where it is the small
 * one, for a and b from 0.5 to 10<sup>15</sup>.
 *
 * @param weight x<sup>a</sup> (1 − x)<sup>b</sup> / B(a, b): the slope of the function against the log-odds of x
 * @param lower I<sub>x</sub>(a, b)
 * @param upper 1 − I<sub>x</sub>(a, b)
 */
record IncompleteBeta(double weight, double lower, double upper) {

    /** From here on, for both parameters, the integral is cheaper than the continued fraction. */
    static final double BIG = 200;

    /** At x, where y = 1 − x is given too because one of the two may be too small to be seen in the other; both lie inside (0, 1). */
    static IncompleteBeta at(double a, double b, double x, double y) {
        double weight = BetaWeight.of(a, b, x, y);
        if (BetaWeight.excess(a, b, x, y) >= 0) {
            double lower = Math.min(1, weight * ratio(a, b, x, y));
            return new IncompleteBeta(weight, lower, 1 - lower);
        }
        double upper = Math.min(1, weight * ratio(b, a, y, x));
        return new IncompleteBeta(weight, 1 - upper, upper);
    }

    private static double ratio(double a, double b, double x, double y) {
        return a >= BIG && b >= BIG ? BetaIntegral.of(a, b, x, y) : BetaFraction.of(a, b, x, y);
    }
}
