package io.github.sre4j.standard;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.PlannedClass;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The organisation's endpoint classes and thresholds: the service level every product keeps without writing one.
 *
 * @param name what it is called
 * @param version its version, as its authors count
 * @param window how far a check looks back
 * @param confidence the chance that a product which meets the standard is not told otherwise, per build and all endpoints together; above
 *     0.5 and below 1
 * @param enforcement what a miss does to the build unless the build says otherwise
 * @param classes the classes in order, not empty; the first that matches an endpoint counts; a class that stands in several places has the same SLIs
 *     in all of them
 * @param limits how much of the traffic may go unjudged
 * @param incidentUpTo longest time with traffic, in full hours and at least one, for which an endpoint may be above its limit without a violation
 */
public record Standard(
        String name,
        String version,
        Duration window,
        double confidence,
        Enforcement enforcement,
        List<EndpointClass> classes,
        TrafficLimits limits,
        Duration incidentUpTo) {

    /** Longest time with traffic that counts as an incident, unless a standard sets another. */
    public static final Duration DEFAULT_INCIDENT = Duration.ofHours(6);

    /** Creates a standard with the default limits of unjudged traffic and {@link #DEFAULT_INCIDENT}. */
    public Standard(
            String name,
            String version,
            Duration window,
            double confidence,
            Enforcement enforcement,
            List<EndpointClass> classes) {
        this(name, version, window, confidence, enforcement, classes, TrafficLimits.DEFAULT, DEFAULT_INCIDENT);
    }

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if a value is outside its range or two classes share a name
     */
    public Standard {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(incidentUpTo, "incidentUpTo");
        classes = List.copyOf(classes);
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("standard '" + name + "' has no classes");
        }
        if (window.isZero() || window.isNegative()) {
            throw new IllegalArgumentException("the window of standard '" + name + "' is not positive");
        }
        if (incidentUpTo.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("incidentUpTo of standard '" + name + "' is shorter than an hour");
        }
        if (!(confidence > 0.5 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be above 0.5 and below 1, but is " + confidence);
        }
        if (classes.stream().map(EndpointClass::name).distinct().count()
                != classes.stream()
                        .map(each -> List.of(each.name(), each.slis()))
                        .distinct()
                        .count()) {
            throw new IllegalArgumentException("standard '" + name + "' has two classes of one name");
        }
    }

    /** The class an endpoint belongs to; empty if none matches. */
    public Optional<EndpointClass> classOf(EndpointName endpoint) {
        return classes.stream()
                .filter(candidate -> PlannedClass.matchesAny(candidate.match(), endpoint))
                .findFirst();
    }

    /** The chance of a false miss per build that this standard accepts: {@code 1 - confidence}. */
    public double familyWiseAlpha() {
        return 1 - confidence;
    }

    /** The same standard with other classes. */
    public Standard withClasses(List<EndpointClass> others) {
        return new Standard(name, version, window, confidence, enforcement, others, limits, incidentUpTo);
    }

    /** Returns the same standard with other limits of unjudged traffic. */
    public Standard withLimits(TrafficLimits others) {
        return new Standard(name, version, window, confidence, enforcement, classes, others, incidentUpTo);
    }

    /** What a telemetry source has to measure for this standard. */
    public MeasurementPlan plan(Window over) {
        return new MeasurementPlan(
                over, classes.stream().map(EndpointClass::planned).toList());
    }
}
