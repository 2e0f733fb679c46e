package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of time: {@code from} belongs to it, {@code to} does not.
 *
 * @param from the first instant inside
 * @param to the first instant after it, later than {@code from}
 */
public record Window(Instant from, Instant to) {

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if {@code to} is not after {@code from}
     */
    public Window {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (!to.isAfter(from)) {
            throw new InvalidInputException(Message.of(Objective.class, "window", from, to));
        }
    }

    /** The window of the given length that ends at {@code to}, cut to whole milliseconds as telemetry stores them. */
    public static Window endingAt(Instant to, Duration length) {
        Instant end = Instant.ofEpochMilli(to.toEpochMilli());
        return new Window(end.minus(length), end);
    }

    /** How long the window is. */
    public Duration length() {
        return Duration.between(from, to);
    }

    /** The first instant of the second half. */
    public Instant middle() {
        return Instant.ofEpochMilli(from.toEpochMilli() + (to.toEpochMilli() - from.toEpochMilli()) / 2);
    }

    /** Whether the instant lies inside. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }
}
