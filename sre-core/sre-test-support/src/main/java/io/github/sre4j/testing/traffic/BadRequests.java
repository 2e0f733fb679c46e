package io.github.sre4j.testing.traffic;

import java.util.SplittableRandom;

/**
 * Random numbers of bad requests. Not thread-safe.
 *
 * <p>Bursts: a Poisson number of bursts of geometric size, so that the mean number of bad requests stays. The gamma distribution by G. Marsaglia and W. W.
 * Tsang, "A simple method for generating gamma variables", ACM Transactions on Mathematical Software 26, 2000.
 */
final class BadRequests {

    private static final double MANY = 60;

    private final SplittableRandom random;

    BadRequests(SplittableRandom random) {
        this.random = random;
    }

    /** Returns a number of bad requests that are independent. */
    long independent(long requests, double share) {
        if (requests <= 0 || share <= 0) {
            return 0;
        }
        if (share >= 1) {
            return requests;
        }
        double logGood = Math.log1p(-share);
        long bad = 0;
        for (double at = gap(logGood); at < requests; at += 1 + gap(logGood)) {
            bad++;
        }
        return bad;
    }

    /** Returns a number of bad requests that come in bursts of that mean size, above 1. */
    long inBursts(long requests, double share, double size) {
        long bursts = poisson(requests * share / size);
        double logContinue = Math.log1p(-1 / size);
        long bad = bursts;
        for (long i = 0; i < bursts; i++) {
            bad += (long) gap(logContinue);
        }
        return Math.min(bad, requests);
    }

    /** Returns a factor with mean 1 and that coefficient of variation, gamma distributed. */
    double factor(double variation) {
        double shape = 1 / (variation * variation);
        return gamma(shape) / shape;
    }

    /** Returns the number of successes before a failure, geometric. */
    private double gap(double log) {
        return Math.floor(Math.log(1 - random.nextDouble()) / log);
    }

    private long poisson(double mean) {
        if (mean > MANY) {
            // Parts of a Poisson number are Poisson numbers.
            return poisson(mean / 2) + poisson(mean / 2);
        }
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        long number = 0;
        while (product > limit) {
            product *= random.nextDouble();
            number++;
        }
        return number;
    }

    private double gamma(double shape) {
        if (shape < 1) {
            return gamma(shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = gaussian();
            double v = Math.pow(1 + c * x, 3);
            if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    private double gaussian() {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
