package io.github.sre4j.assess;

import io.github.sre4j.sli.Endpoint;
import io.github.sre4j.sli.ExclusionReason;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A name in telemetry that was not judged.
 *
 * @param endpoint the name and its label
 * @param requests its events in the window
 * @param errors those of them with errors
 * @param reason why it is no request of a user, or null if it is one but no class of the standard matches it
 */
public record ExcludedName(
        Endpoint endpoint,
        long requests,
        long errors,
        @Nullable ExclusionReason reason) {

    /** Refuses null. */
    public ExcludedName {
        Objects.requireNonNull(endpoint, "endpoint");
    }

    /** Why it is no request of a user; empty if no class matches it. */
    public Optional<ExclusionReason> notARequest() {
        return Optional.ofNullable(reason);
    }
}
