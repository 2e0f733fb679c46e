package io.github.sre4j.telemetry;

import java.time.Duration;
import java.util.Objects;

/**
 * A visit of one person to a web application: a browser session.
 *
 * @param landing how long the first page took to load
 * @param steps page views, route changes and page actions in it, at least 1
 */
public record Visit(Duration landing, long steps) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is impossible
     */
    public Visit {
        Objects.requireNonNull(landing, "landing");
        if (steps < 1 || landing.isNegative()) {
            throw new IllegalArgumentException("no visit has " + steps + " steps after " + landing);
        }
    }

    /** Whether the person left after the first page without doing anything. */
    public boolean isBounce() {
        return steps == 1;
    }
}
