package io.github.sre4j.assess.stats;

/**
 * The continued fraction of A. R. DiDonato and A. H. Morris, "Significant Digit Computation of the Incomplete Beta Function Ratios", ACM
 * Transactions on Mathematical Software 18 (1992), formula (9); evaluated by Lentz's method.
 */
final class BetaFraction {

    private static final double PRECISION = 0x1p-52;

    /** Measured need: below 1,000 wherever {@link IncompleteBeta} asks. */
    private static final int MOST_STEPS = 100_000;

    private BetaFraction() {}

    /** I<sub>x</sub>(a, b) / (x<sup>a</sup> y<sup>b</sup> / B(a, b)) for x at or below the mean a / (a + b). */
    static double of(double a, double b, double x, double y) {
        double excess = BetaWeight.excess(a, b, x, y);
        double fraction = a * (excess + 1) / (a + 1);
        double c = fraction;
        double d = 0;
        for (int m = 1; m <= MOST_STEPS; m++) {
            double odd = a + 2.0 * m - 1;
            double shared = m * (b - m) * x / odd;
            double numerator = (a + m - 1) / odd * (a + b + m - 1) * x * shared;
            if (numerator == 0) {
                return 1 / fraction;
            }
            double denominator = m + shared + (a + m) * (excess + 1 + m * (1 + y)) / (odd + 2);
            d = 1 / (denominator + numerator * d);
            c = denominator + numerator / c;
            double step = c * d;
            fraction *= step;
            if (Math.abs(step - 1) <= PRECISION) {
                return 1 / fraction;
            }
        }
        throw new ArithmeticException(
                "the incomplete beta function did not converge for a=" + a + ", b=" + b + ", x=" + x);
    }
}
