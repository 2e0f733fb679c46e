package io.github.sre4j.assess.stats;

/**
 * How many of {@code marked} among {@code population} things are drawn with {@code drawn} of them.
 *
 * <p>The probability of one count is formed by Stirling's formula and deviances, as Catherine Loader does for the binomial (2000); a tail is
 * the sum of such probabilities, each from the one before by their quotient. All terms are positive, so nothing cancels.
 *
 * @param population all things, at most 2<sup>52</sup>
 * @param marked the marked ones among them
 * @param drawn the drawn ones among them
 */
record Hypergeometric(long population, long marked, long drawn) {

    private static final double PRECISION = 0x1p-54;

    /** P(X ≥ k) for a possible k. */
    double atLeast(long k) {
        long least = Math.max(0, drawn + marked - population);
        if (k <= least) {
            return 1;
        }
        // Of both tails the one that does not hold the mean is summed: it is the small one, and its terms fall from the
        // start.
        return excess(k) >= 0 ? Math.min(1, upward(k)) : Math.max(0, 1 - downward(k - 1));
    }

    private double upward(long k) {
        return probability(k) * run(drawn - k, marked - k, k, population - marked - drawn + k);
    }

    private double downward(long k) {
        return probability(k) * run(k, population - marked - drawn + k, drawn - k, marked - k);
    }

    /**
     * The probabilities from here outward, added up in units of the first: each step moves one thing out of two cells of the two-by-two table
     * into the other two. The quotients fall, so a geometric series bounds what is left out.
     */
    private static double run(double leftOne, double leftTwo, double gainedOne, double gainedTwo) {
        double sum = 1;
        double term = 1;
        for (long step = 0; ; step++) {
            double quotient = (leftOne - step) / (gainedOne + step + 1) * ((leftTwo - step) / (gainedTwo + step + 1));
            term *= quotient;
            sum += term;
            if (term <= PRECISION * sum * (1 - quotient)) {
                return sum;
            }
        }
    }

    /** P(X = k) for a possible k, where nothing drawn is without choice. */
    double probability(long k) {
        double excess = excess(k);
        double p = (double) marked / population;
        double q = (double) (population - marked) / population;
        double left = population - drawn;
        double deviance = Deviance.of(drawn * p, excess)
                + Deviance.of(drawn * q, -excess)
                + Deviance.of(left * p, -excess)
                + Deviance.of(left * q, excess);
        double margins = Stirling.logFactor(drawn)
                + Stirling.logFactor(left)
                + Stirling.logFactor(marked)
                + Stirling.logFactor(population - marked)
                - Stirling.logFactor(population);
        double cells = Stirling.logFactor(k)
                + Stirling.logFactor(drawn - k)
                + Stirling.logFactor(marked - k)
                + Stirling.logFactor(population - marked - drawn + k);
        return Math.exp(margins - cells - deviance);
    }

    /** k above its mean; a fused multiply-add keeps what rounding the two products drops. */
    private double excess(double k) {
        double all = population;
        double product = k * all;
        double mean = (double) marked * drawn;
        double dropped = Math.fma(k, all, -product) - Math.fma((double) marked, (double) drawn, -mean);
        return (product - mean + dropped) / all;
    }
}
