package io.github.sre4j.recorder;

import java.time.Duration;

/** How far back one looks at a running service. */
public enum RollingWindow {
    /** One minute, kept in steps of ten seconds. */
    MINUTE(Duration.ofMinutes(1), Duration.ofSeconds(10)),
    /** Five minutes; what is older than one is kept in steps of a minute. */
    FIVE_MINUTES(Duration.ofMinutes(5), Duration.ofMinutes(1)),
    /** One hour; what is older than five minutes is kept in steps of five. */
    HOUR(Duration.ofHours(1), Duration.ofMinutes(5)),
    /** One day; what is older than an hour is kept in steps of one. */
    DAY(Duration.ofDays(1), Duration.ofHours(1));

    private final Duration length;
    private final Duration step;

    RollingWindow(Duration length, Duration step) {
        this.length = length;
        this.step = step;
    }

    /** How long it is. */
    public Duration length() {
        return length;
    }

    /** By how much a window may reach further back than its length, because an interval is in it whole or not at all. */
    public Duration step() {
        return step;
    }
}
