package io.github.sre4j.assess.stats;

/**
 * How far a count is from its mean, in the unit of log-likelihood, without cancellation where the two are near.
 *
 * <p>Source: the function D<sub>0</sub> of Catherine Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000), here given the
 * difference itself, which the callers know exactly, instead of two big numbers to subtract.
 */
final class Deviance {

    /** Below this |t| the series is shorter than the loss of digits in the closed formula would cost. */
    private static final double SERIES_BELOW = 0.4;

    private Deviance() {}

    /** x ln(x / mean) + mean − x for x = mean + difference ≥ 0 and mean &gt; 0; never negative. */
    static double of(double mean, double difference) {
        double t = difference / mean;
        if (t <= -1) {
            return mean;
        }
        if (Math.abs(t) >= SERIES_BELOW) {
            return mean * ((1 + t) * Math.log1p(t) - t);
        }
        double r = t / (2 + t);
        return mean * r * (t + 2 * (1 + t) * oddSeries(r * r));
    }

    /** ln(1 + t) − t for t &gt; −1. */
    static double logOnePlusMinus(double t) {
        if (Math.abs(t) >= SERIES_BELOW) {
            return Math.log1p(t) - t;
        }
        double r = t / (2 + t);
        return r * (2 * oddSeries(r * r) - t);
    }

    /** y/3 + y²/5 + y³/7 + …: with y = r², the part of artanh(r)/r beyond 1. */
    private static double oddSeries(double y) {
        double sum = 0;
        double power = y;
        for (int j = 3; ; j += 2) {
            double next = sum + power / j;
            if (next == sum) {
                return sum;
            }
            sum = next;
            power *= y;
        }
    }
}
