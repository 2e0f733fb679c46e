package io.github.sre4j.assess.stats;

/**
 * Tail probabilities of the negative binomial distribution, continued to real numbers: P(X ≥ k) = I<sub>q</sub>(k, r) with q = (D − 1) / D and r = mean /
 * (D − 1), where D is the ratio of variance and mean (NIST Digital Library of Mathematical Functions, 8.17(i)).
 */
final class NegativeBinomialTail {

    private NegativeBinomialTail() {}

    /**
     * Returns P(X ≥ k).
     *
     * @param k number, &gt; 0
     * @param mean mean, &gt; 0
     * @param ratio variance over mean, &gt; 1
     */
    static double atLeast(double k, double mean, double ratio) {
        return IncompleteBeta.at(k, mean / (ratio - 1), (ratio - 1) / ratio, 1 / ratio)
                .lower();
    }
}
