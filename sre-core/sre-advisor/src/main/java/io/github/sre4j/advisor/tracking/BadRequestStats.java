package io.github.sre4j.advisor.tracking;

/**
 * How bad an endpoint was in a window.
 *
 * @param requests its requests that were measured
 * @param bad of these, the slow or failed ones
 * @param amount what they cost: seconds beyond the threshold, or failures
 * @param requestsPerDay how many requests a day there really were
 */
public record BadRequestStats(long requests, long bad, double amount, double requestsPerDay) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one cannot be
     */
    public BadRequestStats {
        if (requests < 0 || bad < 0 || bad > requests || !(amount >= 0) || !(requestsPerDay >= 0)) {
            throw new IllegalArgumentException(
                    "impossible: " + bad + " bad of " + requests + " requests cost " + amount);
        }
    }

    /** The cost of a request, on average; 0 without requests. */
    double each() {
        return requests == 0 ? 0 : amount / requests;
    }

    /**
     * The variance of {@link #each()}. How many requests are bad varies as a Poisson count; what a slow one costs is taken to vary as much as it
     * amounts to (an exponential tail), a failure costs one.
     */
    double variance(boolean failures) {
        if (requests == 0 || bad == 0) {
            return 0;
        }
        double mean = amount / bad;
        return (failures ? 1 : 2) * bad * mean * mean / ((double) requests * requests);
    }
}
