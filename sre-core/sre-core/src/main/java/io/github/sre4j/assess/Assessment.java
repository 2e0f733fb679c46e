package io.github.sre4j.assess;

import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Standard;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A service held against a standard.
 *
 * @param standard the standard
 * @param window the window
 * @param endpoints the endpoints judged: missed first, then undecided, met, waived, without data; within a verdict most excess time first,
 *     then by name
 * @param setAside names that were not judged, with why
 * @param waivers every waiver of the product and what became of it
 * @param goal how far it is
 * @param observed the part of the window in which requests were observed, which figures per day refer to
 * @param unrouted the share of requests without a route, judged like an endpoint and counted as none; null if there is no web request or the standard does not
 *     judge it
 */
public record Assessment(
        Standard standard,
        Window window,
        List<EndpointResult> endpoints,
        List<ExcludedName> setAside,
        List<WaiverUse> waivers,
        GoalProgress goal,
        ObservedTime observed,
        @Nullable EndpointResult unrouted) {

    /** An assessment of requests of the whole window that does not judge those without a route. */
    public Assessment(
            Standard standard,
            Window window,
            List<EndpointResult> endpoints,
            List<ExcludedName> setAside,
            List<WaiverUse> waivers,
            GoalProgress goal) {
        this(standard, window, endpoints, setAside, waivers, goal, ObservedTime.all(window), null);
    }

    /** Copies the lists. */
    public Assessment {
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(observed, "observed");
        endpoints = List.copyOf(endpoints);
        setAside = List.copyOf(setAside);
        waivers = List.copyOf(waivers);
    }

    /** The endpoints with that verdict, in order. */
    public List<EndpointResult> endpoints(Verdict wanted) {
        return endpoints.stream().filter(result -> result.verdict() == wanted).toList();
    }

    /** Returns the share of requests without a route; empty if it is not judged. */
    public Optional<EndpointResult> unroutedShare() {
        return Optional.ofNullable(unrouted);
    }

    /** Returns everything that has a verdict: the endpoints, and the share of requests without a route if it is judged. */
    public List<EndpointResult> judged() {
        return unrouted == null
                ? endpoints
                : Stream.concat(endpoints.stream(), Stream.of(unrouted)).toList();
    }
}
