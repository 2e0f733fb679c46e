package io.github.sre4j.advisor;

import io.github.sre4j.sli.Endpoint;
import java.util.Objects;

/**
 * A call made again and again in a request of an endpoint that meets the standard: seen, and not worth a change.
 *
 * @param endpoint the endpoint
 * @param subject the statement or host, untrusted
 * @param perRequest how often, on average
 * @param secondsPerRequest how long all of them take in a request, on average
 */
public record HarmlessRepeat(Endpoint endpoint, String subject, double perRequest, double secondsPerRequest) {

    /** Refuses null. */
    public HarmlessRepeat {
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(subject, "subject");
    }
}
