package io.github.sre4j.assess.stats;

/**
 * The number of events at which a fixed number of bad ones becomes improbable enough. The probability falls strictly as good events are
 * added, so there is one such number.
 *
 * @param bad the bad events, whose number stays
 * @param allowed the share against which they are held, inside (0, 1)
 * @param risk the probability to come down to, inside (0, 1)
 * @param factor dispersion factor of the bad events, ≥ 1
 */
record SampleSizeSearch(long bad, double allowed, double risk, double factor) {

    /** The first total that settles it, above {@code unsettled}; anything above {@code most} if {@code most} does not settle it. */
    long firstSettled(long unsettled, long most) {
        long low = unsettled;
        long high = Math.max(low + 1, Math.min(most, guess()));
        // The guess is good to a thousandth, so few steps of growing width find both sides.
        for (long width = Math.max(1, high >> 12); open(high) > 0; width *= 4) {
            if (high == most) {
                return most + 1;
            }
            low = high;
            high = Math.min(most, high + width);
        }
        for (long width = Math.max(1, high >> 12); high - width > low; width *= 4) {
            if (open(high - width) > 0) {
                low = high - width;
                break;
            }
            high -= width;
        }
        return between(low, high);
    }

    /** Narrows the bracket by the chord, every third time by half: superlinear, and never much worse than bisection. */
    private long between(long unsettled, long settled) {
        long low = unsettled;
        long high = settled;
        double openLow = open(low);
        double openHigh = open(high);
        for (int step = 1; high - low > 1; step++) {
            double share = step % 3 == 0 || Double.isInfinite(openHigh) ? 0.5 : openLow / (openLow - openHigh);
            long at = low + Math.min(high - low - 1, Math.max(1, Math.round((high - low) * share)));
            double openAt = open(at);
            if (openAt > 0) {
                low = at;
                openLow = openAt;
            } else {
                high = at;
                openHigh = openAt;
            }
        }
        return high;
    }

    /** How far the logarithm of the probability still has to come down; not above 0 if it is settled. */
    private double open(long total) {
        double probability = BinomialTail.atMost(total / factor, bad / factor, allowed);
        return probability <= risk ? Math.min(0, Math.log(probability / risk)) : Math.log(probability / risk);
    }

    /** By the quantile of the Poisson distribution as E. B. Wilson and M. M. Hilferty (1931) approximate it. */
    private long guess() {
        double shape = bad / factor + 1;
        double normal = risk <= 0.5 ? BetaQuantile.normalQuantile(risk) : -BetaQuantile.normalQuantile(1 - risk);
        double root = 1 - 1 / (9 * shape) + normal / (3 * Math.sqrt(shape));
        double mean = bad == 0 ? -Math.log(risk) : shape * root * root * root;
        double total = factor * mean * (1 / allowed - 0.5) + bad * 0.5;
        return Math.max(bad, Math.round(Math.min(total, 0x1p60)));
    }
}
