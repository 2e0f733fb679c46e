package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.Objects;

/**
 * "Fast enough": an event is good if its duration is at most {@code threshold}.
 *
 * @param threshold the longest good duration, positive
 * @param objective the share of events that must be good
 */
public record LatencySli(Duration threshold, Objective objective) implements Sli {

    /**
     * Checks the threshold.
     *
     * @throws IllegalArgumentException if {@code threshold} is zero or negative
     */
    public LatencySli {
        Objects.requireNonNull(threshold, "threshold");
        Objects.requireNonNull(objective, "objective");
        if (threshold.isZero() || threshold.isNegative()) {
            throw new InvalidInputException(Message.of(Objective.class, "threshold", threshold));
        }
    }

    @Override
    public SliKind kind() {
        return SliKind.LATENCY;
    }
}
