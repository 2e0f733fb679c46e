package io.github.sre4j.trace.period;

/**
 * How surprising the window is if the system behaves as in the reference, as the negative decimal logarithm of a probability: 2 stands for 1 in 100.
 * Both models allow for drift: two periods of a healthy system differ by more than chance alone, because data and users differ.
 */
final class Surprise {

    /** Standard deviation of a share's log odds between two healthy periods. */
    private static final double DRIFT_LOG_ODDS = 0.8;

    /** Standard deviation of the logarithm of a time between two healthy periods. */
    private static final double DRIFT_LOG_TIME = 0.3;

    private static final double LIMIT = 9;
    private static final double STEP = 0.25;
    private static final int POINTS = (int) (2 * LIMIT / STEP) + 1;
    private static final double MAX = 30;

    private Surprise() {}

    /**
     * Surprise at a share that is as far from the expected one or farther, in its direction.
     *
     * @param expected share in the reference, 0 to 1
     * @param reference requests of the reference
     * @param observed share in the window, 0 to 1
     * @param window requests of the window
     */
    static double ofShare(double expected, int reference, double observed, int window) {
        boolean more = observed > expected;
        double before = (more ? expected : 1 - expected) * reference;
        int now = (int) Math.round((more ? observed : 1 - observed) * window);
        double[] weights = drifted(posterior(before, reference));
        double probability = 0;
        for (int i = 0; i < POINTS; i++) {
            if (weights[i] > 1e-18) {
                probability += weights[i] * tail(now, window, logistic(i * STEP - LIMIT));
            }
        }
        return Math.min(MAX, Math.max(0, -Math.log10(Math.max(1e-300, probability))));
    }

    /** Of the log odds of the reference's share: Jeffreys prior and the binomial likelihood. */
    private static double[] posterior(double having, int of) {
        double[] weights = new double[POINTS];
        double sum = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < POINTS; i++) {
            double p = logistic(i * STEP - LIMIT);
            weights[i] = (having + 0.5) * Math.log(p) + (of - having + 0.5) * Math.log1p(-p);
            highest = Math.max(highest, weights[i]);
        }
        for (int i = 0; i < POINTS; i++) {
            weights[i] = Math.exp(weights[i] - highest);
            sum += weights[i];
        }
        for (int i = 0; i < POINTS; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    private static double[] drifted(double[] weights) {
        double[] drifted = new double[POINTS];
        for (int i = 0; i < POINTS; i++) {
            double sum = 0;
            for (int j = 0; j < POINTS; j++) {
                double distance = (i - j) * STEP / DRIFT_LOG_ODDS;
                sum += weights[j] * Math.exp(-distance * distance / 2);
            }
            drifted[i] = sum * STEP / (DRIFT_LOG_ODDS * Math.sqrt(2 * Math.PI));
        }
        return drifted;
    }

    /** Probability of at least {@code k} of {@code n}. */
    private static double tail(int k, int n, double p) {
        if (k <= 0) {
            return 1;
        }
        double odds = Math.log(p) - Math.log1p(-p);
        double log = n * Math.log1p(-p);
        double sum = 0;
        for (int j = 0; j <= n; j++) {
            if (j >= k) {
                sum += Math.exp(log);
            }
            log += Math.log((double) (n - j) / (j + 1)) + odds;
        }
        return Math.min(1, sum);
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * Surprise at times, from the logarithm of their ratio to typical times; medians and the normal distribution.
     *
     * @param reference logarithms in the reference
     * @param window logarithms in the window
     */
    static double ofTimes(double[] reference, double[] window) {
        double before = RankSum.median(reference);
        double[] distances = new double[reference.length];
        for (int i = 0; i < reference.length; i++) {
            distances[i] = Math.abs(reference[i] - before);
        }
        double spread = Math.max(0.2, 1.4826 * RankSum.median(distances));
        double error = 1.25 * spread * Math.sqrt(1.0 / window.length + 1.0 / reference.length);
        double z = (RankSum.median(window) - before) / Math.hypot(DRIFT_LOG_TIME, error);
        return z <= 0 ? 0 : Math.min(MAX, z * z / (2 * Math.log(10)) + Math.log10(1 + z));
    }
}
