package io.github.sre4j.assess.stats;

import java.util.OptionalLong;

/** How much more good traffic would settle a question in favour of the objective. */
public final class FurtherGood {

    /** More than any service will see; beyond it the answer is "never". */
    private static final long MOST = 1_000_000_000_000L;

    private FurtherGood() {}

    /**
     * The smallest number of further events, all of them good, after which the one-sided Clopper-Pearson upper bound of the bad share is at
     * most {@code allowed}.
     *
     * @param total events so far, at least 0
     * @param bad bad ones among them
     * @param allowed the allowed share, 0 to 1
     * @param confidence the bound's confidence, above 0 and below 1
     * @return the number, 0 if it is settled already; empty if a trillion would not do
     */
    public static OptionalLong needed(long total, long bad, double allowed, double confidence) {
        Arguments.check(total, bad, allowed);
        Arguments.checkConfidence(confidence);
        double alpha = 1 - confidence;
        if (settled(total, bad, allowed, alpha)) {
            return OptionalLong.of(0);
        }
        long enough = Math.max(1, total);
        while (!settled(total + enough, bad, allowed, alpha)) {
            if (enough > MOST) {
                return OptionalLong.empty();
            }
            enough *= 2;
        }
        long tooFew = 0;
        while (enough - tooFew > 1) {
            long middle = tooFew + (enough - tooFew) / 2;
            if (settled(total + middle, bad, allowed, alpha)) {
                enough = middle;
            } else {
                tooFew = middle;
            }
        }
        return OptionalLong.of(enough);
    }

    /** Whether the upper bound is at most the allowed share: by definition, whether so few bad events are that unlikely under it. */
    private static boolean settled(long total, long bad, double allowed, double alpha) {
        return total > 0 && BinomialTail.atMost(total, bad, allowed) <= alpha;
    }
}
