package io.github.sre4j.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What each threshold of the ladder would mean for one product.
 *
 * @param inForce the threshold of the standard
 * @param endpoints endpoints whose latency is judged
 * @param requests their requests
 * @param rungs one for each threshold, shortest first
 * @param suggestion what the data suggests
 */
public record Calibration(Duration inForce, int endpoints, long requests, List<Rung> rungs, Suggestion suggestion) {

    /** Copies the list. */
    public Calibration {
        Objects.requireNonNull(inForce, "inForce");
        Objects.requireNonNull(suggestion, "suggestion");
        rungs = List.copyOf(rungs);
    }

    /** The part of the waiting beyond the shortest threshold that also lies beyond this one; 0 if there is none. */
    public double share(Rung rung) {
        double all = rungs.get(0).excessSeconds();
        return all == 0 ? 0 : rung.excessSeconds() / all;
    }

    /** The rung of that threshold. */
    public Rung at(Duration threshold) {
        return rungs.stream()
                .filter(rung -> rung.threshold().equals(threshold))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(threshold + " is not on the ladder"));
    }
}
