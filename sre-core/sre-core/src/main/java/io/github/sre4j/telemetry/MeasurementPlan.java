package io.github.sre4j.telemetry;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a source is to measure: a window, and for each endpoint class the duration above which a request counts as slow.
 *
 * @param window the window; events outside it are not counted
 * @param classes the classes in order; an endpoint belongs to the first that matches it
 * @param excluded times inside the window whose events are not measured, such as maintenance; in order, and apart from each other
 */
public record MeasurementPlan(Window window, List<PlannedClass> classes, List<Window> excluded) {

    /** A plan that leaves nothing out. */
    public MeasurementPlan(Window window, List<PlannedClass> classes) {
        this(window, classes, List.of());
    }

    /** Copies the list. */
    public MeasurementPlan {
        Objects.requireNonNull(window, "window");
        classes = List.copyOf(classes);
        excluded = List.copyOf(excluded);
    }

    /** Returns the same plan without the events of some times. */
    public MeasurementPlan excluding(List<Window> times) {
        return new MeasurementPlan(window, classes, times);
    }

    /** Returns the parts of the window that are measured, in order. */
    public List<Window> measuredParts() {
        List<Window> parts = new ArrayList<>();
        Instant from = window.from();
        for (Window each : excluded) {
            if (each.from().isAfter(from)) {
                parts.add(new Window(from, each.from()));
            }
            from = each.to();
        }
        if (from.isBefore(window.to())) {
            parts.add(new Window(from, window.to()));
        }
        return parts;
    }

    /** The class an endpoint belongs to; empty if none matches. */
    public Optional<PlannedClass> classOf(EndpointName endpoint) {
        return classes.stream().filter(planned -> planned.matches(endpoint)).findFirst();
    }
}
