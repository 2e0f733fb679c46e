package io.github.sre4j.assess.dispersion;

import io.github.sre4j.assess.stats.FisherRatio;
import io.github.sre4j.sli.Tally;

/**
 * The one change of level that a series has, if it is too sharp for days that differ: a deployment that breaks or repairs something. Without it, such a
 * change would be taken for days that vary, in this endpoint and in all others.
 */
final class LevelShift {

    /** Chance of such a change in days that only vary, all hours of a series together. */
    private static final double CHANCE = 0.001;

    /** Weight of independent requests in the variance inside the levels, which few days tell poorly, in degrees of freedom. */
    private static final int PRIOR = 4;

    private LevelShift() {}

    /** Returns the index of the first hour of the second level; 0 if the level does not change. */
    static int find(HourlySeries series) {
        Tally whole = series.sum(0, series.size());
        double share = whole.badRatio();
        int at = 0;
        double best = 0;
        long total = 0;
        long bad = 0;
        for (int i = 0; i + 1 < series.size(); i++) {
            total += series.total(i);
            bad += series.bad(i);
            double deviation = bad - total * share;
            double statistic = deviation * deviation / total / (whole.total() - total);
            if (statistic > best) {
                best = statistic;
                at = i + 1;
            }
        }
        return at > 0 && isSharp(series, at, best * whole.total() / share / (1 - share)) ? at : 0;
    }

    private static boolean isSharp(HourlySeries series, int at, double between) {
        DayVariance within = DayVariance.of(Blocks.of(series, at));
        double freedom = within.freedom() + PRIOR;
        double mean = Math.max(1, (within.pearson() + PRIOR) / freedom);
        return FisherRatio.pValue(between / mean, freedom) * (series.size() - 1) <= CHANCE;
    }
}
