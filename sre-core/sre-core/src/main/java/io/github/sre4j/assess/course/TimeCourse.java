package io.github.sre4j.assess.course;

import io.github.sre4j.telemetry.Deployment;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of an SLI that exceeds its limit. Immutable and thread-safe.
 *
 * @param kind kind of course
 * @param period the stretch with the bad requests; null for {@link Kind#CHRONIC}, and where the source has no hours
 * @param deployment the deployment at the start of a regression; null if none is known there
 */
public record TimeCourse(
        Kind kind, @Nullable BadPeriod period, @Nullable Deployment deployment) {

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

    /** A course without a known deployment. */
    public TimeCourse(Kind kind, @Nullable BadPeriod period) {
        this(kind, period, null);
    }

    /** Returns whether the endpoint is above its limit now, and not only for a few hours. */
    public boolean isLasting() {
        return kind == Kind.CHRONIC || kind == Kind.REGRESSION;
    }

    /** Returns the stretch with the bad requests. */
    public Optional<BadPeriod> badPeriod() {
        return Optional.ofNullable(period);
    }

    /** Returns the deployment at the start of a regression. */
    public Optional<Deployment> deploymentAtStart() {
        return Optional.ofNullable(deployment);
    }

    /** Returns this course with the deployment at its start. */
    public TimeCourse startedBy(Deployment change) {
        return new TimeCourse(kind, period, change);
    }
}
