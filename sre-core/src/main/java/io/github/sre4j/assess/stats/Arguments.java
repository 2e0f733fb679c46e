package io.github.sre4j.assess.stats;

/** Checks what the statistics are asked about. */
final class Arguments {

    private Arguments() {}

    static void check(long total, long bad, double share) {
        if (bad < 0 || total < bad) {
            throw new IllegalArgumentException("impossible counts: " + bad + " bad of " + total);
        }
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("a share lies between 0 and 1, not at " + share);
        }
    }

    static void checkConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + confidence);
        }
    }
}
