package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One deployable, as telemetry knows it.
 *
 * @param name its name, not blank
 * @param account the account that holds its telemetry, or null where there is none (event files)
 * @param app what telemetry calls it, or null where nobody said
 */
public record Service(
        String name, @Nullable String account, @Nullable String app) {

    /** A service of which nobody said what telemetry calls it. */
    public Service(String name, @Nullable String account) {
        this(name, account, null);
    }

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public Service {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new InvalidInputException(Message.of(Objective.class, "service-blank"));
        }
    }
}
