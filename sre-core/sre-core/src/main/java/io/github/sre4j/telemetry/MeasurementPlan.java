package io.github.sre4j.telemetry;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a source is to measure: a window, and for each endpoint class the duration above which a request counts as slow.
 *
 * @param window the window; events outside it are not counted
 * @param classes the classes in order; an endpoint belongs to the first that matches it
 */
public record MeasurementPlan(Window window, List<PlannedClass> classes) {

    /** Copies the list. */
    public MeasurementPlan {
        Objects.requireNonNull(window, "window");
        classes = List.copyOf(classes);
    }

    /** The class an endpoint belongs to; empty if none matches. */
    public Optional<PlannedClass> classOf(EndpointName endpoint) {
        return classes.stream().filter(planned -> planned.matches(endpoint)).findFirst();
    }
}
