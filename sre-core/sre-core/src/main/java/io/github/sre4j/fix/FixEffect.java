package io.github.sre4j.fix;

import io.github.sre4j.assess.stats.ExactBinomial;
import io.github.sre4j.assess.stats.FisherExact;
import io.github.sre4j.sli.Tally;

/**
 * What the traffic since a deployment says of a fix.
 *
 * <p>The fix is seen to help if Fisher's exact test of "the share of bad events is no smaller than before" is rejected at 5 %. It is said to change
 * nothing only if there was enough traffic to see it help: if even the unlucky one of twenty endpoints whose share of bad events had come down to
 * just what is allowed would have passed that test. So of fixes that bring an endpoint to the standard at most one in twenty is said to change
 * nothing, whatever the traffic.
 */
public enum FixEffect {
    /** It is not known when the change was deployed. */
    DEPLOYMENT_UNKNOWN,
    /** Too little traffic since then to say. */
    TOO_LITTLE_TRAFFIC,
    /** The share of bad events is smaller than before. */
    HELPS,
    /** There was enough traffic to see it, and the share of bad events is no smaller than before. */
    CHANGES_NOTHING;

    private static final double ALPHA = 0.05;

    /**
     * Judges a fix.
     *
     * @param before what was measured before, at least one bad event
     * @param since what was measured since the deployment
     * @param allowed the share of bad events that the objective allows, above 0 and below 1
     */
    public static FixEffect of(Tally before, Tally since, double allowed) {
        if (since.total() == 0) {
            return TOO_LITTLE_TRAFFIC;
        }
        if (smaller(before, since)) {
            return HELPS;
        }
        Tally unlucky = new Tally(since.total(), unlucky(since.total(), allowed));
        return smaller(before, unlucky) ? CHANGES_NOTHING : TOO_LITTLE_TRAFFIC;
    }

    private static boolean smaller(Tally before, Tally since) {
        return FisherExact.worsePValue(since.total(), since.bad(), before.total(), before.bad()) <= ALPHA;
    }

    /** The least number of bad events that is exceeded at most once in twenty times if each is bad with that chance. */
    private static long unlucky(long total, double allowed) {
        long low = 0;
        long high = total;
        while (low < high) {
            long middle = low + (high - low) / 2;
            if (ExactBinomial.pValue(total, middle + 1, allowed) <= ALPHA) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
