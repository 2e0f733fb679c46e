package io.github.sre4j.calibrate;

import java.time.Duration;
import java.util.Objects;

/**
 * One threshold and what it would mean.
 *
 * @param threshold the longest good duration
 * @param met endpoints that would meet it
 * @param missed endpoints that would miss it
 * @param undecided endpoints with too little traffic to say
 * @param excess time users waited beyond it
 */
public record Rung(Duration threshold, int met, int missed, int undecided, Duration excess) {

    /** Refuses null. */
    public Rung {
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(excess, "excess");
    }

    double excessSeconds() {
        return excess.toMillis() / 1_000.0;
    }
}
