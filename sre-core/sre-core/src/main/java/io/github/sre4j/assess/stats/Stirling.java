package io.github.sre4j.assess.stats;

/**
 * What Stirling's formula leaves out, so that quotients of huge factorials can be formed without ever forming the factorials.
 *
 * <p>Source: NIST Digital Library of Mathematical Functions, 5.11.1 (the asymptotic series of ln Γ); its use for probabilities follows
 * Catherine Loader, "Fast and Accurate Computation of Binomial Probabilities" (2000).
 */
final class Stirling {

    /** From here on the series below is exact to the last bit of a double. */
    private static final double SERIES_FROM = 16;

    private static final double TWO_PI = 2 * Math.PI;

    private Stirling() {}

    /** ln Γ(z + 1) − (½ ln(2πz) + z ln z − z) for z &gt; 0; absolute error below 10<sup>−15</sup>. */
    static double error(double z) {
        double shifted = 0;
        double at = z;
        while (at < SERIES_FROM) {
            shifted += (at + 0.5) * Math.log1p(1 / at) - 1;
            at++;
        }
        double inverse = 1 / at;
        double square = inverse * inverse;
        return shifted
                + inverse
                        * (1.0 / 12
                                - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square / 1188))));
    }

    /** ln k! − (k ln k − k), the whole factor beside the power; 0 for k = 0. */
    static double logFactor(double k) {
        return k == 0 ? 0 : 0.5 * Math.log(TWO_PI * k) + error(k);
    }
}
