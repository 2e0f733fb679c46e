package io.github.sre4j.assess.stats;

import java.util.OptionalLong;

/** The number of further good events that would settle a sli in favor of the objective. */
public final class RequiredGoodEvents {

    /** More than any service will see; beyond it the answer is "never". */
    private static final long MOST = 1_000_000_000_000_000L;

    private RequiredGoodEvents() {}

    /**
     * Returns the smallest number of further events, all of them good and independent, after which the one-sided Clopper-Pearson upper bound of the bad
     * share is at most {@code allowed} ({@link ClopperPearson#provesAtMost}).
     *
     * @param total number of events so far, ≥ 0
     * @param bad number of bad events among them
     * @param allowed allowed share of bad events, 0 to 1
     * @param confidence confidence of the bound, inside (0, 1)
     * @return the number, 0 if it is settled already; empty if no bad event is allowed, which no number of events proves, or if more than
     *     10<sup>15</sup> would be needed
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static OptionalLong needed(long total, long bad, double allowed, double confidence) {
        return needed(total, bad, allowed, confidence, 1);
    }

    /**
     * Returns the same number for events with a dispersion ({@link ScaledBinomial#provesAtMost}).
     *
     * @param total number of events so far, ≥ 0
     * @param bad number of bad events among them
     * @param allowed allowed share of bad events, 0 to 1
     * @param confidence confidence of the bound, inside (0, 1)
     * @param factor dispersion factor, ≥ 1
     * @return the number; empty if no number settles it
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static OptionalLong needed(long total, long bad, double allowed, double confidence, double factor) {
        if (ScaledBinomial.provesAtMost(total, bad, allowed, confidence, factor)) {
            return OptionalLong.of(0);
        }
        if (allowed == 0) {
            return OptionalLong.empty();
        }
        SampleSizeSearch run = new SampleSizeSearch(bad, allowed, 1 - confidence, factor);
        long needed = run.firstSettled(total, total + MOST) - total;
        return needed <= MOST ? OptionalLong.of(needed) : OptionalLong.empty();
    }
}
