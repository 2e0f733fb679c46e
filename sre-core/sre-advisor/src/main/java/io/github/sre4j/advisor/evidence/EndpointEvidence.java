package io.github.sre4j.advisor.evidence;

import io.github.sre4j.advisor.impact.SlowRequestTail;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.trace.TraceData;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about one endpoint.
 *
 * @param endpoint the endpoint
 * @param tail its slow requests, or null if its latency was not asked about
 * @param slow traces of slow requests, slowest first, each cut to what the endpoint did
 * @param normal traces of requests that were not slow
 * @param failures failed requests, or null if they were not asked about
 * @param sample how many of the requests are known at all, where they are known by their spans alone; else null
 * @param start its slow requests shortly after starts of the service, which are in no other component; null if there are none or the source cannot say
 */
public record EndpointEvidence(
        EndpointName endpoint,
        @Nullable SlowRequestTail tail,
        List<TraceData> slow,
        List<TraceData> normal,
        @Nullable Failures failures,
        @Nullable SpanSample sample,
        @Nullable StartEffect start) {

    /** Requests of which starts are not known. */
    public EndpointEvidence(
            EndpointName endpoint,
            @Nullable SlowRequestTail tail,
            List<TraceData> slow,
            List<TraceData> normal,
            @Nullable Failures failures,
            @Nullable SpanSample sample) {
        this(endpoint, tail, slow, normal, failures, sample, null);
    }

    /** Requests that are known by more than their spans. */
    public EndpointEvidence(
            EndpointName endpoint,
            @Nullable SlowRequestTail tail,
            List<TraceData> slow,
            List<TraceData> normal,
            @Nullable Failures failures) {
        this(endpoint, tail, slow, normal, failures, null);
    }

    /** Copies the lists. */
    public EndpointEvidence {
        Objects.requireNonNull(endpoint, "endpoint");
        slow = List.copyOf(slow);
        normal = List.copyOf(normal);
    }

    /** Returns the same evidence with the time in which requests were observed, in days. */
    public EndpointEvidence over(double days) {
        return tail == null
                ? this
                : new EndpointEvidence(
                        endpoint,
                        new SlowRequestTail(tail.thresholdSeconds(), days, tail.requests(), tail.relativeError()),
                        slow,
                        normal,
                        failures,
                        sample,
                        start);
    }

    /** Its slow requests, if asked about. */
    public Optional<SlowRequestTail> slowRequests() {
        return Optional.ofNullable(tail);
    }

    /** Its failed requests, if asked about. */
    public Optional<Failures> failedRequests() {
        return Optional.ofNullable(failures);
    }

    /** Returns its slow requests shortly after starts of the service, if they tell of them. */
    public Optional<StartEffect> startEffect() {
        return Optional.ofNullable(start);
    }

    /** How many of its requests are known at all, where they are known by their spans alone. */
    public Optional<SpanSample> spanSample() {
        return Optional.ofNullable(sample);
    }
}
