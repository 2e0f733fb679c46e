package io.github.sre4j.assess.stats;

/**
 * Tail probabilities of the binomial distribution.
 *
 * <p>P(X ≥ k) is the regularised incomplete beta function I<sub>p</sub>(k, n − k + 1) (NIST Digital Library of Mathematical Functions,
 * 8.17.5), evaluated by the continued fraction 8.17.22 with Lentz's method on the side where it converges fast; the other tail is the
 * complement.
 */
final class BinomialTail {

    private static final double TINY = 1e-300;
    private static final double RELATIVE_STEP = 1e-16;
    private static final int MOST_STEPS = 50_000_000;

    private BinomialTail() {}

    /** P(X ≥ k), with full relative precision also where it is tiny. */
    static double atLeast(long n, long k, double p) {
        if (k <= 0) {
            return 1;
        }
        if (k > n || p <= 0) {
            return 0;
        }
        if (p >= 1) {
            return 1;
        }
        return k > (n + 1) * p ? upperTail(n, k, p) : 1 - lowerTail(n, k - 1, p);
    }

    /** P(X ≤ k), with full relative precision also where it is tiny. */
    static double atMost(long n, long k, double p) {
        if (k < 0) {
            return 0;
        }
        if (k >= n || p <= 0) {
            return 1;
        }
        if (p >= 1) {
            return 0;
        }
        return k + 1 > (n + 1) * p ? 1 - upperTail(n, k + 1, p) : lowerTail(n, k, p);
    }

    /** P(X ≥ k) for k at or above the mean, 1 ≤ k ≤ n. */
    private static double upperTail(long n, long k, double p) {
        double fraction = continuedFraction((double) k, n - k + 1.0, p);
        return Math.min(1, Math.exp(BinomialProbability.log(n, k, p)) * (1 - p) * fraction);
    }

    /** P(X ≤ k) for k at or below the mean, 0 ≤ k &lt; n: the upper tail of the failures. */
    private static double lowerTail(long n, long k, double p) {
        double fraction = continuedFraction((double) (n - k), k + 1.0, 1 - p);
        return Math.min(1, Math.exp(BinomialProbability.log(n, k, p)) * p * fraction);
    }

    /** The continued fraction of I<sub>x</sub>(a, b) · a · B(a, b) / (x<sup>a</sup> (1 − x)<sup>b</sup>). */
    private static double continuedFraction(double a, double b, double x) {
        double c = 1;
        double d = away(1 - (a + b) * x / (a + 1));
        d = 1 / d;
        double value = d;
        for (int m = 1; m <= MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2.0 * m - 1) * (a + 2.0 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double step = d * c;
            value *= step;
            if (Math.abs(step - 1) <= RELATIVE_STEP) {
                return value;
            }
        }
        throw new ArithmeticException("the binomial tail did not converge for a=" + a + ", b=" + b + ", x=" + x);
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
