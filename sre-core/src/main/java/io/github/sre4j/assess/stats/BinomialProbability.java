package io.github.sre4j.assess.stats;

/**
 * Single binomial probabilities without cancellation, by the saddle-point expansion of Catherine Loader, "Fast and Accurate Computation of
 * Binomial Probabilities" (2000): the deviance carries the magnitude, the error of Stirling's formula is added in closed form.
 */
final class BinomialProbability {

    private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

    /** The error of Stirling's formula for n = 0 … 15: ln n! − (½ ln(2πn) + n ln n − n); the entry for 0 is never used. */
    private static final double[] STIRLING_ERROR = {
        0.0,
        0.08106146679532726,
        0.0413406959554093,
        0.02767792568499834,
        0.020790672103765093,
        0.016644691189821193,
        0.013876128823070748,
        0.01189670994589177,
        0.010411265261972096,
        0.009255462182712733,
        0.00833056343336287,
        0.007573675487951841,
        0.00694284010720953,
        0.006408994188004207,
        0.0059513701127588475,
        0.005554733551962801
    };

    private BinomialProbability() {}

    /** ln P(X = k) for X binomial with n trials; 0 ≤ k ≤ n, 0 &lt; p &lt; 1. */
    static double log(long n, long k, double p) {
        double q = 1 - p;
        if (k == 0) {
            return n * Math.log1p(-p);
        }
        if (k == n) {
            return n * Math.log(p);
        }
        double x = k;
        double y = n - k;
        double deviance = deviance(x, n * p) + deviance(y, n * q);
        double stirling = stirlingError(n) - stirlingError(k) - stirlingError(n - k);
        return stirling - deviance + 0.5 * (Math.log((double) n) - LOG_TWO_PI - Math.log(x) - Math.log(y));
    }

    /** x ln(x/m) + m − x, computed without cancellation where x is near m. */
    private static double deviance(double x, double mean) {
        double difference = x - mean;
        if (Math.abs(difference) >= 0.1 * (x + mean)) {
            return x * Math.log(x / mean) + mean - x;
        }
        double v = difference / (x + mean);
        double sum = difference * v;
        double term = 2 * x * v;
        double square = v * v;
        for (int j = 3; ; j += 2) {
            term *= square;
            double next = sum + term / j;
            if (next == sum) {
                return next;
            }
            sum = next;
        }
    }

    private static double stirlingError(long n) {
        if (n < STIRLING_ERROR.length) {
            return STIRLING_ERROR[(int) n];
        }
        double inverse = 1.0 / n;
        double square = inverse * inverse;
        return inverse
                * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
    }
}
