package io.github.sre4j.assess.stats;

/**
 * The inverse of the incomplete beta function.
 *
 * <p>Newton's method on the logarithm of the smaller tail against the log-odds of x: that function is concave, so the iteration cannot
 * overshoot; a bracket with bisection guards it against the ends of the doubles. Starts at the approximation 26.5.22 of M. Abramowitz and I.
 * A. Stegun, "Handbook of Mathematical Functions" (1964).
 */
final class BetaQuantile {

    /** Beyond these log-odds a double is 0 or 1. */
    private static final double MOST_LOG_ODDS = 700;

    private static final int MOST_STEPS = 200;

    /** A Newton step this small is followed by one below the last bit, for the error is squared each time. */
    private static final double SETTLED = 1e-9;

    private BetaQuantile() {}

    /**
     * The x with I<sub>x</sub>(a, b) = lower.
     *
     * @param lower the probability below, inside (0, 1)
     * @param upper 1 − {@code lower}, given too because one of the two may be too small to be seen in the other
     */
    static double of(double a, double b, double lower, double upper) {
        double low = -MOST_LOG_ODDS;
        double high = MOST_LOG_ODDS;
        double at = start(a, b, lower, upper);
        for (int step = 0; step < MOST_STEPS && low < high; step++) {
            double odds = Math.exp(at);
            IncompleteBeta beta = IncompleteBeta.at(a, b, odds / (1 + odds), 1 / (1 + odds));
            double tooHigh = lower <= upper ? Math.log(beta.lower() / lower) : Math.log(upper / beta.upper());
            double slope = beta.weight() / (lower <= upper ? beta.lower() : beta.upper());
            if (tooHigh == 0) {
                break;
            }
            if (tooHigh > 0) {
                high = at;
            } else {
                low = at;
            }
            double next = at - tooHigh / slope;
            if (Math.abs(next - at) <= SETTLED * Math.min(1, Math.sqrt(1 / a + 1 / b))) {
                at = next;
                break;
            }
            at = next > low && next < high ? next : low + (high - low) / 2;
        }
        double odds = Math.exp(at);
        return odds / (1 + odds);
    }

    private static double start(double a, double b, double lower, double upper) {
        double fromMean = Math.log(a / b);
        if (a <= 1 || b <= 1) {
            return fromMean;
        }
        double normal = lower <= upper ? normalQuantile(lower) : -normalQuantile(upper);
        double inverseA = 1 / (2 * a - 1);
        double inverseB = 1 / (2 * b - 1);
        double scale = 2 / (inverseA + inverseB);
        double lambda = (normal * normal - 3) / 6;
        double w = normal * Math.sqrt(Math.max(0, scale + lambda)) / scale
                - (inverseB - inverseA) * (lambda + 5.0 / 6 - 2 / (3 * scale));
        double guess = fromMean - 2 * w;
        return Math.abs(guess) < MOST_LOG_ODDS ? guess : fromMean;
    }

    /** The standard normal quantile of the upper tail, 0 &lt; tail ≤ ½, to 4.5·10<sup>−4</sup> (Abramowitz and Stegun 26.2.23). */
    static double normalQuantile(double tail) {
        double t = Math.sqrt(-2 * Math.log(tail));
        return t - ((0.010328 * t + 0.802853) * t + 2.515517) / (((0.001308 * t + 0.189269) * t + 1.432788) * t + 1);
    }
}
