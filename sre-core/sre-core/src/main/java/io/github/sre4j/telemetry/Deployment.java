package io.github.sre4j.telemetry;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A deployment of a service.
 *
 * @param at when it was
 * @param commit the commit that was deployed, as somebody else wrote it, or null if nobody said
 */
public record Deployment(Instant at, @Nullable String commit) {

    /** Refuses null. */
    public Deployment {
        Objects.requireNonNull(at, "at");
    }
}
