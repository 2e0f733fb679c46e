package io.github.sre4j.assess;

import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Standard;
import java.util.List;
import java.util.Objects;

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
 */
public record Assessment(
        Standard standard,
        Window window,
        List<EndpointResult> endpoints,
        List<ExcludedName> setAside,
        List<WaiverUse> waivers,
        GoalProgress goal) {

    /** Copies the lists. */
    public Assessment {
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(goal, "goal");
        endpoints = List.copyOf(endpoints);
        setAside = List.copyOf(setAside);
        waivers = List.copyOf(waivers);
    }

    /** The endpoints with that verdict, in order. */
    public List<EndpointResult> endpoints(Verdict wanted) {
        return endpoints.stream().filter(result -> result.verdict() == wanted).toList();
    }
}
