package io.github.sre4j.assess.stats;

/** The power that every form of the incomplete beta function begins with. */
final class BetaWeight {

    private static final double TWO_PI = 2 * Math.PI;

    private BetaWeight() {}

    /** x<sup>a</sup> y<sup>b</sup> / B(a, b) with y = 1 − x; 0 where a double ends. */
    static double of(double a, double b, double x, double y) {
        double excess = excess(a, b, x, y);
        double sum = a + b;
        double deviance = Deviance.of(sum * x, excess) + Deviance.of(sum * y, -excess);
        double stirling = Stirling.error(sum) - Stirling.error(a) - Stirling.error(b);
        return Math.sqrt(a / sum * b / TWO_PI) * Math.exp(stirling - deviance);
    }

    /**
     * a − (a + b) x, to the last bit: a fused multiply-add keeps what rounding the product drops. Without it a trillion events would cost six
     * digits. Of x and y the smaller one is taken at its word.
     */
    static double excess(double a, double b, double x, double y) {
        return x <= y ? minusProduct(a, a + b, x) : -minusProduct(b, a + b, y);
    }

    private static double minusProduct(double from, double factor, double share) {
        double product = factor * share;
        return (from - product) - Math.fma(factor, share, -product);
    }
}
