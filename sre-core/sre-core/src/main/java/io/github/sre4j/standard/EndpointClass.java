package io.github.sre4j.standard;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.ShiftSli;
import io.github.sre4j.sli.Sli;
import io.github.sre4j.telemetry.PlannedClass;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Endpoints that users expect the same of, and the service level they are held to.
 *
 * @param name the name, unique within a standard
 * @param match patterns of endpoint names; one that matches is enough; not empty
 * @param slis at most one of each kind, at least one
 */
public record EndpointClass(String name, List<EndpointPattern> match, List<Sli> slis) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no pattern, no SLI, or two of one kind
     */
    public EndpointClass {
        Objects.requireNonNull(name, "name");
        match = List.copyOf(match);
        slis = List.copyOf(slis);
        if (match.isEmpty() || slis.isEmpty()) {
            throw new IllegalArgumentException("class '" + name + "' needs at least one pattern and one threshold");
        }
        if (slis.stream().map(Sli::kind).distinct().count() != slis.size()) {
            throw new IllegalArgumentException("class '" + name + "' has two thresholds of one kind");
        }
        if (slis.stream().anyMatch(LatencySli.class::isInstance)
                && slis.stream().anyMatch(ShiftSli.class::isInstance)) {
            throw new IllegalArgumentException(
                    "class '" + name + "' judges durations and layout shifts, which no telemetry has of one endpoint");
        }
    }

    /** What "fast enough" means here; empty if latency is not judged. */
    public Optional<LatencySli> latency() {
        return slis.stream()
                .filter(LatencySli.class::isInstance)
                .map(LatencySli.class::cast)
                .findFirst();
    }

    /** What "stays where it is" means here; empty if layout shifts are not judged. */
    public Optional<ShiftSli> shift() {
        return slis.stream()
                .filter(ShiftSli.class::isInstance)
                .map(ShiftSli.class::cast)
                .findFirst();
    }

    /** What "without error" means here; empty if errors are not judged. */
    public Optional<ErrorSli> errors() {
        return slis.stream()
                .filter(ErrorSli.class::isInstance)
                .map(ErrorSli.class::cast)
                .findFirst();
    }

    /** The part of this class that a telemetry source needs. */
    public PlannedClass planned() {
        return new PlannedClass(
                name,
                match,
                latency()
                        .map(LatencySli::threshold)
                        .or(() -> shift().map(ShiftSli::asDuration))
                        .orElse(null));
    }
}
