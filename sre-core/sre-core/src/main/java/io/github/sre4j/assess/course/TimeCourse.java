package io.github.sre4j.assess.course;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of an SLI that exceeds its limit. Immutable and thread-safe.
 *
 * @param kind kind of course
 * @param period the stretch with the bad requests; null for {@link Kind#CHRONIC}, and where the source has no hours
 */
public record TimeCourse(Kind kind, @Nullable BadPeriod period) {

    /** Kinds of courses. */
    public enum Kind {
        /** Above the limit in both halves of the window. */
        CHRONIC,
        /** Above the limit since a change, for longer than an incident, up to now. */
        REGRESSION,
        /** Above the limit for longer than an incident, and over. */
        RECOVERED,
        /** Above the limit for a few hours only. */
        INCIDENT
    }

    /** Validates the components. */
    public TimeCourse {
        Objects.requireNonNull(kind, "kind");
    }

    /** Returns whether the endpoint is above its limit now, and not only for a few hours. */
    public boolean isLasting() {
        return kind == Kind.CHRONIC || kind == Kind.REGRESSION;
    }

    /** Returns the stretch with the bad requests. */
    public Optional<BadPeriod> badPeriod() {
        return Optional.ofNullable(period);
    }
}
