package io.github.sre4j.telemetry;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A deployment of a service.
 *
 * @param at when it was
 * @param commit the commit that was deployed, as its reporter wrote it, or null if it is not known
 * @param version the version that was deployed, as its reporter wrote it, or null if it is not known
 */
public record Deployment(
        Instant at, @Nullable String commit, @Nullable String version) {

    /** Validates the components. */
    public Deployment {
        Objects.requireNonNull(at, "at");
    }

    /** A deployment without a version. */
    public Deployment(Instant at, @Nullable String commit) {
        this(at, commit, null);
    }

    /** Returns the version, or the commit where there is no version, as its reporter wrote it; empty if neither is known. */
    public Optional<String> label() {
        return Optional.ofNullable(version)
                .filter(text -> !text.isBlank())
                .or(() -> Optional.ofNullable(commit).filter(text -> !text.isBlank()));
    }
}
