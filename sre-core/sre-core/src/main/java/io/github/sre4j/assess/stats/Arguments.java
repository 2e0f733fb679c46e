package io.github.sre4j.assess.stats;

/** Checks what the statistics are asked about. */
final class Arguments {

    /** Every whole number up to here is a double of its own, which the arithmetic relies on. */
    private static final long MOST_EVENTS = 1L << 52;

    private Arguments() {}

    static void checkCounts(long total, long bad) {
        if (bad < 0 || total < bad) {
            throw new IllegalArgumentException(
                    "impossible counts: " + bad + " bad of " + total + "; bad lies between 0 and the total");
        }
        if (total > MOST_EVENTS) {
            throw new IllegalArgumentException(
                    "too many events for exact statistics: " + total + "; at most " + MOST_EVENTS + " can be judged");
        }
    }

    static void checkShare(double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
        }
    }

    static void checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException(
                    "a confidence lies between 0 and 1, both excluded, not at " + confidence);
        }
    }
}
