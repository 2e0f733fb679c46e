package io.github.sre4j.assess.stats;

import java.math.BigDecimal;
import java.math.MathContext;

/** Binomial tails by plain addition in 60 digits: slow, independent of every formula under test, and beyond doubt. */
final class ReferenceBinomial {

    private static final MathContext DIGITS = new MathContext(60);

    private ReferenceBinomial() {}

    static BigDecimal atLeast(int n, int k, double p) {
        return sum(n, k, n, p);
    }

    static BigDecimal atMost(int n, int k, double p) {
        return sum(n, 0, k, p);
    }

    /** C(n, k) p^k q^(n-k) for every k in turn, p being exactly the double that is given. */
    private static BigDecimal sum(int n, int from, int to, double p) {
        BigDecimal good = BigDecimal.ONE.subtract(new BigDecimal(p));
        BigDecimal odds = new BigDecimal(p).divide(good, DIGITS);
        BigDecimal term = good.pow(n, DIGITS);
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k <= to; k++) {
            if (k >= from) {
                sum = sum.add(term, DIGITS);
            }
            term = term.multiply(BigDecimal.valueOf(n - k), DIGITS)
                    .multiply(odds, DIGITS)
                    .divide(BigDecimal.valueOf(k + 1L), DIGITS);
        }
        return sum;
    }

    static double relativeError(BigDecimal exact, double actual) {
        return exact.subtract(new BigDecimal(actual))
                .abs()
                .divide(exact, DIGITS)
                .doubleValue();
    }
}
