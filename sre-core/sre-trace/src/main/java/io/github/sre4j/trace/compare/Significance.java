package io.github.sre4j.trace.compare;

import java.util.Arrays;

/** Tests of significance. Not thread-safe. */
final class Significance {

    /** Probabilities that differ by rounding alone count as equal. */
    private static final double ROUNDING = 1e-7;

    private double[] logFactorials = {0};

    /**
     * Fisher's exact test of a two by two table, two-sided: the probability, with the margins as they are, of a table no more probable than
     * this one (Fisher 1922; the two-sided rule is that of R's {@code fisher.test}).
     */
    double fisher(int with1, int of1, int with2, int of2) {
        int total = of1 + of2;
        int with = with1 + with2;
        int low = Math.max(0, with - of2);
        int high = Math.min(of1, with);
        double observed = logProbability(with1, of1, with, total);
        double sum = 0;
        for (int k = low; k <= high; k++) {
            double log = logProbability(k, of1, with, total);
            if (log <= observed + ROUNDING) {
                sum += Math.exp(log);
            }
        }
        return Math.min(1, sum);
    }

    private double logProbability(int k, int of1, int with, int total) {
        return logChoose(with, k) + logChoose(total - with, of1 - k) - logChoose(total, of1);
    }

    private double logChoose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    private double logFactorial(int n) {
        if (n >= logFactorials.length) {
            int known = logFactorials.length;
            logFactorials = Arrays.copyOf(logFactorials, Math.max(n + 1, known * 2));
            for (int i = known; i < logFactorials.length; i++) {
                logFactorials[i] = logFactorials[i - 1] + Math.log(i);
            }
        }
        return logFactorials[n];
    }

    /** The phi coefficient: the correlation of the two columns of a two by two table; 0 if one of them never changes. */
    static double phi(int with1, int of1, int with2, int of2) {
        double with = (double) with1 + with2;
        double without = of1 + of2 - with;
        double margins = with * without * of1 * of2;
        return margins == 0
                ? 0
                : ((double) with1 * (of2 - with2) - (double) with2 * (of1 - with1)) / Math.sqrt(margins);
    }

    /**
     * z of the rank sum test (Wilcoxon 1945, Mann and Whitney 1947), with mid-ranks and the correction of the variance for ties; above 0 if the
     * first sample is the larger. Normal from about 20 a side on.
     */
    static double rankSum(int[] first, int[] second) {
        int n1 = first.length;
        int n2 = second.length;
        int[] all = Arrays.copyOf(first, n1 + n2);
        System.arraycopy(second, 0, all, n1, n2);
        Arrays.sort(all);
        double tied = 0;
        double rankSum = 0;
        int from = 0;
        int[] sorted = first.clone();
        Arrays.sort(sorted);
        int at = 0;
        while (from < all.length) {
            int to = from;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            double t = to - from;
            tied += t * t * t - t;
            double midRank = (from + 1 + to) / 2.0;
            while (at < n1 && sorted[at] == all[from]) {
                rankSum += midRank;
                at++;
            }
            from = to;
        }
        double n = n1 + (double) n2;
        double u = rankSum - n1 * (n1 + 1) / 2.0;
        double mean = (double) n1 * n2 / 2;
        double variance = (double) n1 * n2 / 12 * (n + 1 - tied / (n * (n - 1)));
        return variance <= 0 ? 0 : (u - mean) / Math.sqrt(variance);
    }

    /** The probability of a standard normal value at least this far from 0, either way. */
    static double twoSided(double z) {
        return erfc(Math.abs(z) / Math.sqrt(2));
    }

    /** The complementary error function, relative error below 1.2e-7 (Press et al., Numerical Recipes, 6.2: a Chebyshev fit). */
    private static double erfc(double x) {
        double t = 1 / (1 + 0.5 * x);
        double polynomial = -1.26551223
                + t
                        * (1.00002368
                                + t
                                        * (0.37409196
                                                + t
                                                        * (0.09678418
                                                                + t
                                                                        * (-0.18628806
                                                                                + t
                                                                                        * (0.27886807
                                                                                                + t
                                                                                                        * (-1.13520398
                                                                                                                + t
                                                                                                                        * (1.48851587
                                                                                                                                + t
                                                                                                                                        * (-0.82215223
                                                                                                                                                + t
                                                                                                                                                        * 0.17087277))))))));
        return t * Math.exp(-x * x + polynomial);
    }

    /** By test, the smallest false discovery rate at which it is found (Benjamini and Hochberg 1995). */
    static double[] falseDiscoveryRates(double[] pValues) {
        Integer[] order = new Integer[pValues.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (one, other) -> Double.compare(pValues[one], pValues[other]));
        double[] rates = new double[pValues.length];
        double least = 1;
        for (int rank = order.length; rank >= 1; rank--) {
            int test = order[rank - 1];
            least = Math.min(least, pValues[test] * order.length / rank);
            rates[test] = least;
        }
        return rates;
    }
}
