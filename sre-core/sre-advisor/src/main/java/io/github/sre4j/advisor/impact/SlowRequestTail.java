package io.github.sre4j.advisor.impact;

import java.util.List;

/**
 * The requests of an endpoint that took longer than its threshold.
 *
 * @param thresholdSeconds the threshold T
 * @param days time in which requests were observed, in days, above 0
 * @param requests the slow requests in any order
 * @param relativeError how far a duration may be off, as a fraction of it: 0 where every duration is known
 */
public record SlowRequestTail(double thresholdSeconds, double days, List<SlowRequest> requests, double relativeError) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if the threshold is negative, or the window has no length
     */
    public SlowRequestTail {
        requests = List.copyOf(requests);
        if (!(thresholdSeconds >= 0 && days > 0 && relativeError >= 0)) {
            throw new IllegalArgumentException(
                    "impossible tail: above " + thresholdSeconds + " s in " + days + " days");
        }
    }

    /** Σ w·max(0, d − T), seconds a day: what users wait too long, and the most that fixes can give back. */
    public double excessPerDay() {
        return requests.stream()
                        .mapToDouble(each -> each.weight() * over(each.seconds()))
                        .sum()
                / days;
    }

    /** How many requests a day are slow. */
    public double slowPerDay() {
        return requests.stream()
                        .filter(each -> each.seconds() > thresholdSeconds)
                        .mapToDouble(SlowRequest::weight)
                        .sum()
                / days;
    }

    /** The time beyond the threshold. */
    double over(double seconds) {
        return Math.max(0, seconds - thresholdSeconds);
    }
}
