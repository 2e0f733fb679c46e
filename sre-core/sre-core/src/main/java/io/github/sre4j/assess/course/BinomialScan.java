package io.github.sre4j.assess.course;

import io.github.sre4j.assess.dispersion.HourlySeries;

/**
 * The scan statistic for the stretch of hours whose share of bad requests differs most from that of the others: largest likelihood ratio of all stretches
 * (M. Kulldorff, "A spatial scan statistic", Communications in Statistics: Theory and Methods 26, 1997, Bernoulli model).
 */
final class BinomialScan {

    /**
     * A stretch of a series.
     *
     * @param from index of the first hour
     * @param to index after the last hour
     */
    record Stretch(int from, int to) {

        int hours() {
            return to - from;
        }
    }

    private BinomialScan() {}

    /** Returns the stretch; the whole series if none has a larger share than the others. */
    static Stretch find(HourlySeries series) {
        int size = series.size();
        long[] totals = new long[size + 1];
        long[] bads = new long[size + 1];
        for (int i = 0; i < size; i++) {
            totals[i + 1] = totals[i] + series.total(i);
            bads[i + 1] = bads[i] + series.bad(i);
        }
        long total = totals[size];
        long bad = bads[size];
        Stretch best = new Stretch(0, size);
        double largest = logLikelihood(bad, total);
        for (int from = 0; from < size; from++) {
            for (int to = from + 1; to <= size; to++) {
                long n = totals[to] - totals[from];
                long b = bads[to] - bads[from];
                if ((double) b * total > (double) bad * n && n < total) {
                    double likelihood = logLikelihood(b, n) + logLikelihood(bad - b, total - n);
                    if (likelihood > largest) {
                        largest = likelihood;
                        best = new Stretch(from, to);
                    }
                }
            }
        }
        return best;
    }

    private static double logLikelihood(long bad, long total) {
        return bad == 0 || bad == total
                ? 0
                : bad * Math.log((double) bad / total) + (total - bad) * Math.log1p(-(double) bad / total);
    }
}
