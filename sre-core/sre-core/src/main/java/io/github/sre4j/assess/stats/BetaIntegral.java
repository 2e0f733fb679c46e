package io.github.sre4j.assess.stats;

/**
 * The incomplete beta function by its definition (NIST Digital Library of Mathematical Functions, 8.17.1), for big parameters: the integrand
 * then is close to a bell or to an exponential, and forty points give all digits at a cost that does not grow with the counts.
 */
final class BetaIntegral {

    /** The integrand is followed until it has fallen by e to this power in the quadratic approximation. */
    private static final double FALL = 60;

    private BetaIntegral() {}

    /**
     * I<sub>x</sub>(a, b) / (x<sup>a</sup> y<sup>b</sup> / B(a, b)) for x at or below the mean a / (a + b), and a and b of at least {@link
     * IncompleteBeta#BIG}.
     */
    static double of(double a, double b, double x, double y) {
        double left = a - 1;
        double right = b - 1;
        double slope = (BetaWeight.excess(a, b, x, y) + x - y) / (x * y);
        double curvature = left / (x * x) + right / (y * y);
        double length = 2 * FALL / (slope + Math.sqrt(slope * slope + 2 * FALL * curvature));
        // The logarithm of the integrand at x - s against that at x, its linear part apart, where all cancellation is.
        double integral = GaussLegendre.integrate(share -> {
            double s = share * length;
            return Math.exp(
                    left * Deviance.logOnePlusMinus(-s / x) + right * Deviance.logOnePlusMinus(s / y) - s * slope);
        });
        return integral * length / (x * y);
    }
}
