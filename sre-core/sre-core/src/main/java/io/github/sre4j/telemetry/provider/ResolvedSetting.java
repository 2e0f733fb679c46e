package io.github.sre4j.telemetry.provider;

import io.github.sre4j.text.Message;
import java.util.Objects;

/**
 * The value of a provider's setting, and where it comes from.
 *
 * @param id the setting's name without the prefix {@code sre.}
 * @param value its value, for people; holds no secret
 * @param origin where it comes from
 */
public record ResolvedSetting(String id, Message value, Origin origin) {

    /** Where the value of a setting comes from. */
    public enum Origin {
        /** The caller sets it. */
        CALLER,
        /** A section of {@code sre.yaml} configures it. */
        PRODUCT_FILE,
        /** Nothing configures it. */
        DEFAULT
    }

    /** Validates the components. */
    public ResolvedSetting {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(origin, "origin");
    }
}
