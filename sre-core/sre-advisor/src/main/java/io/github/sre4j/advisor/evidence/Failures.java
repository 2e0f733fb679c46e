package io.github.sre4j.advisor.evidence;

import io.github.sre4j.trace.TraceData;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Failed requests of an endpoint.
 *
 * @param count how many failed in the window, as far as events tell
 * @param first when the first one failed, or null if unknown
 * @param samples what is known of single ones: spans, log lines, rows
 */
public record Failures(long count, @Nullable Instant first, List<TraceData> samples) {

    /** Copies the list. */
    public Failures {
        samples = List.copyOf(samples);
    }

    /** When the first one failed. */
    public Optional<Instant> firstAt() {
        return Optional.ofNullable(first);
    }
}
