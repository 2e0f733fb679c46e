package io.github.sre4j.assess.stats;

/**
 * Tail probabilities of the binomial distribution: P(X ≥ k) = I<sub>p</sub>(k, n − k + 1) (NIST Digital Library of Mathematical Functions,
 * 8.17.5), each with full relative precision also where it is tiny. Both numbers may be real: the function continues the tails between whole numbers.
 */
final class BinomialTail {

    private BinomialTail() {}

    /** P(X ≥ k) of n trials with probability p, 0 ≤ k ≤ n. */
    static double atLeast(double n, double k, double p) {
        if (k == 0 || p == 1) {
            return 1;
        }
        if (p == 0) {
            return 0;
        }
        if (k >= n) {
            return power(p, n);
        }
        return IncompleteBeta.at(k, n - k + 1, p, 1 - p).lower();
    }

    /** P(X ≤ k) of n trials with probability p, 0 ≤ k ≤ n. */
    static double atMost(double n, double k, double p) {
        if (k >= n || p == 0) {
            return 1;
        }
        if (p == 1) {
            return 0;
        }
        if (k == 0) {
            return Math.exp(n * Math.log1p(-p));
        }
        return IncompleteBeta.at(k + 1, n - k, p, 1 - p).upper();
    }

    private static double power(double p, double n) {
        return Math.exp(n * (p < 0.5 ? Math.log(p) : Math.log1p(-(1 - p))));
    }
}
