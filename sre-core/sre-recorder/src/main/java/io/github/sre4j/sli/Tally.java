package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;

/**
 * How many events there were and how many of them were bad.
 *
 * @param total all events, at least 0
 * @param bad the bad ones among them, 0 to {@code total}
 */
public record Tally(long total, long bad) {

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative or {@code bad} exceeds {@code total}
     */
    public Tally {
        if (bad < 0 || total < bad) {
            throw new InvalidInputException(
                    Message.of(Objective.class, "tally", Long.toString(bad), Long.toString(total)));
        }
    }

    /** The good events. */
    public long good() {
        return total - bad;
    }

    /** Bad events as a share of all, 0 if there were none. */
    public double badRatio() {
        return total == 0 ? 0.0 : (double) bad / total;
    }

    /** Good events as a share of all, {@link Double#NaN} if there were none. */
    public double goodRatio() {
        return total == 0 ? Double.NaN : (double) good() / total;
    }
}
