package io.github.sre4j.assess.dispersion;

import java.util.List;

/**
 * Variance of bad requests between the hours of a day, against the day's own share: bursts.
 *
 * <p>A ratio of sums, not a mean of ratios: hours with many bad requests weigh more, which keeps the estimate unbiased where bad requests are
 * few.
 *
 * @param observed sum of squared deviations, each over 1 − share
 * @param expected the same sum if requests were independent
 * @param cells number of hours less the number of days, of days with bad and with good requests
 * @param bad number of bad requests in these days
 */
record HourVariance(double observed, double expected, int cells, long bad) {

    static HourVariance of(Blocks blocks) {
        double observed = 0;
        double expected = 0;
        int cells = 0;
        long bad = 0;
        for (List<Blocks.Day> segment : blocks.segments()) {
            for (Blocks.Day day : segment) {
                if (day.bad() == 0 || day.bad() == day.total() || day.to() - day.from() < 2) {
                    continue;
                }
                double share = (double) day.bad() / day.total();
                for (int i = day.from(); i < day.to(); i++) {
                    double mean = blocks.series().total(i) * share;
                    double deviation = blocks.series().bad(i) - mean;
                    observed += deviation * deviation / (1 - share);
                    expected += mean * (1 - (double) blocks.series().total(i) / day.total());
                }
                cells += day.to() - day.from() - 1;
                bad += day.bad();
            }
        }
        return new HourVariance(observed, expected, cells, bad);
    }

    /** Returns whether the hours tell anything. */
    boolean isInformative() {
        return expected > 0;
    }

    /** Returns the variance factor. */
    double factor() {
        return observed / expected;
    }

    /**
     * Returns the degrees of freedom of the factor: as many as hours where bad requests are many, as many as bursts where they are few.
     *
     * @param burst number of bad requests that come as one, ≥ 1
     */
    double freedom(double burst) {
        return 2 / (burst / bad + 2.0 / cells);
    }
}
