package io.github.sre4j.telemetry;

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

    /** Whether the endpoint matches one of the patterns. */
    public boolean matches(EndpointName endpoint) {
        return match.stream().anyMatch(pattern -> pattern.matches(endpoint));
    }

    /** The threshold, if latency is judged. */
    public Optional<Duration> latencyThreshold() {
        return Optional.ofNullable(threshold);
    }
}
