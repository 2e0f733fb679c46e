package io.github.sre4j.telemetry;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One endpoint class, as far as a source needs it.
 *
 * @param name its name in the standard
 * @param match patterns of endpoint names; one that matches is enough
 * @param threshold the longest duration that is still good, or null if latency is not judged; for layout shifts, the largest good one, 1 as one
 *     second
 */
public record PlannedClass(
        String name, List<EndpointPattern> match, @Nullable Duration threshold) {

    /** Copies the list. */
    public PlannedClass {
        Objects.requireNonNull(name, "name");
        match = List.copyOf(match);
    }

    /** Returns whether one of the patterns matches the name or the label of an endpoint. */
    public boolean matches(EndpointName endpoint) {
        return matchesAny(match, endpoint);
    }

    /**
     * Returns whether one of the patterns matches the stored name or the label of an endpoint, such as {@code GET /orders/**}. Names differ between sources;
     * labels do not.
     */
    public static boolean matchesAny(List<EndpointPattern> patterns, EndpointName endpoint) {
        if (patterns.stream().anyMatch(pattern -> pattern.matches(endpoint))) {
            return true;
        }
        String label = Endpoint.of(endpoint).label();
        return !label.equals(endpoint.value())
                && !label.isBlank()
                && patterns.stream().anyMatch(pattern -> pattern.matches(new EndpointName(label)));
    }

    /** The threshold, if latency is judged. */
    public Optional<Duration> latencyThreshold() {
        return Optional.ofNullable(threshold);
    }
}
