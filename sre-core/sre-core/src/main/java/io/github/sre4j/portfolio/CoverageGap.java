package io.github.sre4j.portfolio;

import io.github.sre4j.text.Message;
import java.util.Objects;
import java.util.Optional;

/**
 * A product of which the page cannot tell how it is.
 *
 * @param kind why not
 * @param name the product's name, or the file that was to be its report
 * @param detail more of it; empty if there is no more to say
 */
public record CoverageGap(Kind kind, String name, Optional<Message> detail) {

    /** A gap of which there is no more to say. */
    public CoverageGap(Kind kind, String name) {
        this(kind, name, Optional.empty());
    }

    /** A gap with more of it. */
    public CoverageGap(Kind kind, String name, Message detail) {
        this(kind, name, Optional.of(detail));
    }

    /** Refuses null. */
    public CoverageGap {
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
