package io.github.sre4j.assess.stats;

import java.util.OptionalLong;

/** How much more good traffic would settle a question in favour of the objective. */
public final class RequiredGoodEvents {

    /** More than any service will see; beyond it the answer is "never". */
    private static final long MOST = 1_000_000_000_000_000L;

    private RequiredGoodEvents() {}

    /**
     * The smallest number of further events, all of them good, after which the one-sided Clopper-Pearson upper bound of the bad share is at
     * most {@code allowed} ({@link ClopperPearson#provesAtMost}).
     *
     * @param total events so far, at least 0
     * @param bad bad ones among them
     * @param allowed the allowed share, 0 to 1
     * @param confidence the bound's confidence, above 0 and below 1
     * @return the number, 0 if it is settled already; empty if nothing is allowed to be bad, which no number of events proves, or if more
     *     than 10<sup>15</sup> would be needed
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public static OptionalLong needed(long total, long bad, double allowed, double confidence) {
        if (ClopperPearson.provesAtMost(total, bad, allowed, confidence)) {
            return OptionalLong.of(0);
        }
        if (allowed == 0) {
            return OptionalLong.empty();
        }
        SampleSizeSearch run = new SampleSizeSearch(bad, allowed, 1 - confidence);
        long needed = run.firstSettled(total, total + MOST) - total;
        return needed <= MOST ? OptionalLong.of(needed) : OptionalLong.empty();
    }
}
