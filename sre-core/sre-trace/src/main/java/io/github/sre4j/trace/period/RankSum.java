package io.github.sre4j.trace.period;

import java.util.Arrays;

/** The rank sum test of two samples (Wilcoxon 1945), with mid-ranks and the variance corrected for ties. */
final class RankSum {

    private RankSum() {}

    /** The standardized rank sum, positive if the first sample is larger; 0 if a sample is empty or all values are equal. */
    static double z(double[] first, double[] second) {
        int n1 = first.length;
        int n2 = second.length;
        double n = n1 + n2;
        if (n1 == 0 || n2 == 0) {
            return 0;
        }
        double[] all = Arrays.copyOf(first, n1 + n2);
        System.arraycopy(second, 0, all, n1, n2);
        Arrays.sort(all);
        double[] sorted = first.clone();
        Arrays.sort(sorted);
        double ranks = 0;
        double ties = 0;
        int at = 0;
        for (int from = 0; from < all.length; ) {
            int to = from;
            while (to < all.length && all[to] == all[from]) {
                to++;
            }
            double tied = to - from;
            ties += tied * tied * tied - tied;
            while (at < n1 && sorted[at] == all[from]) {
                ranks += (from + 1 + to) / 2.0;
                at++;
            }
            from = to;
        }
        double mean = n1 * (n + 1) / 2;
        double variance = n1 * (double) n2 / 12 * (n + 1 - ties / (n * (n - 1)));
        return variance <= 0 ? 0 : (ranks - mean) / Math.sqrt(variance);
    }

    /** The median, or 0 of nothing. */
    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** A quantile between the two nearest values, or 0 of nothing. */
    static double quantile(double[] values, double share) {
        if (values.length == 0) {
            return 0;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
