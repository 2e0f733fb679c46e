package io.github.sre4j.advisor.evidence;

import io.github.sre4j.advisor.impact.SlowRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The slow requests of an endpoint that came shortly after a start of the service. They are no part of the endpoint's other evidence: what is slow in a new
 * process says nothing about a warm one. Immutable and thread-safe.
 *
 * @param first the earliest start after which there were slow requests
 * @param sign what shows that start
 * @param starts number of starts after which there were slow requests, ≥ 1
 * @param within time after a start in which they came, above 0
 * @param all number of requests in that time, slow or not
 * @param requests the slow requests in that time
 * @param shareOfExcess their share of all waiting beyond the threshold, 0 to 1
 * @param slow number of slow requests in the whole window
 * @param usualSeconds median duration of the requests after that time, in seconds; 0 if there were none
 */
public record StartEffect(
        Instant first,
        Sign sign,
        int starts,
        Duration within,
        long all,
        List<SlowRequest> requests,
        double shareOfExcess,
        long slow,
        double usualSeconds) {

    /** What shows a start. */
    public enum Sign {
        /** A deployment. */
        DEPLOYMENT,
        /** An event of the application's initialization. */
        INITIALIZATION,
        /** The first request of an instance that had none before. */
        FIRST_REQUEST
    }

    /** Copies the list. */
    public StartEffect {
        Objects.requireNonNull(first, "first");
        Objects.requireNonNull(sign, "sign");
        Objects.requireNonNull(within, "within");
        requests = List.copyOf(requests);
    }
}
