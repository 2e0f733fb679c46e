package io.github.sre4j.advisor.cause;

import io.github.sre4j.advisor.impact.SlowRequest;
import io.github.sre4j.advisor.impact.SlowRequestTail;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;

/** Says where one request alone is much of the waiting of an endpoint, so that nobody takes it for a class of requests. */
final class ExtremeRequest {

    private static final double LARGE_SHARE = 0.5;
    private static final int SEVERAL = 3;

    private ExtremeRequest() {}

    static Optional<Fact> fact(SlowRequestTail tail) {
        double all = tail.excessPerDay() * tail.days();
        return tail.requests().size() < SEVERAL || all == 0
                ? Optional.empty()
                : tail.requests().stream()
                        .max(Comparator.comparingDouble(SlowRequest::seconds))
                        .map(longest ->
                                fact(longest, longest.weight() * (longest.seconds() - tail.thresholdSeconds()) / all))
                        .orElseThrow();
    }

    private static Optional<Fact> fact(SlowRequest longest, double share) {
        return share < LARGE_SHARE
                ? Optional.empty()
                : Optional.of(Fact.of(
                        Basis.EVENTS,
                        "extreme-request",
                        Duration.ofNanos(Math.round(longest.seconds() * 1e9)),
                        new Fact.Share(share)));
    }
}
