package io.github.sre4j.advisor.impact;

/**
 * A request that took longer than the threshold, or several that took the same.
 *
 * @param seconds how long it took
 * @param databaseSeconds of this in databases, or 0
 * @param externalSeconds of this in calls to other services, or 0; calls at the same time count each
 * @param weight how many requests it stands for, above 0
 */
public record SlowRequest(double seconds, double databaseSeconds, double externalSeconds, double weight) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if a time is negative or no number, or the weight is not above 0
     */
    public SlowRequest {
        if (!(seconds >= 0 && databaseSeconds >= 0 && externalSeconds >= 0 && weight > 0)) {
            throw new IllegalArgumentException("impossible request: " + seconds + " s, " + databaseSeconds
                    + " s in databases, " + externalSeconds + " s outside, weight " + weight);
        }
    }
}
