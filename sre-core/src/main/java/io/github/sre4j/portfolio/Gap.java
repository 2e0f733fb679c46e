package io.github.sre4j.portfolio;

import java.util.Objects;

/**
 * A product of which the page cannot tell how it is.
 *
 * @param kind why not
 * @param name the product's name, or the file that was to be its report
 * @param detail more of it, as a sentence or empty
 */
public record Gap(Kind kind, String name, String detail) {

    /** Refuses null. */
    public Gap {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(detail, "detail");
    }

    /** Why nothing is known. */
    public enum Kind {
        /** It is expected, and no report names it. */
        MISSING,
        /** Its report cannot be read. */
        UNREADABLE,
        /** It reports to telemetry, and no check covers it. */
        UNCHECKED
    }
}
