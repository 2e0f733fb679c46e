package io.github.sre4j.prometheus.count;

import io.github.sre4j.sli.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * The steps of a window: hours, or shorter ones for a short window. Counters have values only where a grid can be laid, so a window is cut to whole
 * steps.
 *
 * @param from the begin, on a whole step
 * @param to the end, on a whole step
 * @param step the length of a step, a divisor of an hour
 */
public record CountGrid(Instant from, Instant to, Duration step) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Validates the components. */
    public CountGrid {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(step, "step");
    }

    /** Returns the grid of a window: of hours from a day on, else of five minutes from two hours on, else of minutes. */
    public static CountGrid of(Window window) {
        Duration length = window.length();
        Duration step = length.compareTo(Duration.ofDays(1)) >= 0
                ? HOUR
                : length.compareTo(Duration.ofHours(2)) >= 0 ? Duration.ofMinutes(5) : Duration.ofMinutes(1);
        Instant from = floor(window.from(), step);
        Instant to = floor(window.to(), step);
        return new CountGrid(from, to.isAfter(from) ? to : from.plus(step), step);
    }

    private static Instant floor(Instant time, Duration step) {
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), step.toSeconds()) * step.toSeconds());
    }

    /** Returns the number of steps. */
    public int steps() {
        return Math.toIntExact(Duration.between(from, to).dividedBy(step));
    }

    /** Returns the number of steps that are looked at before the first one, to know what was there before. */
    public int before() {
        return Math.toIntExact(HOUR.dividedBy(step));
    }

    /** Returns the end of a step; the first is 0, those before it are negative. */
    public Instant end(int index) {
        return from.plus(step.multipliedBy(index + 1L));
    }

    /** Returns the step that ends at a time. */
    public int index(long epochMillis) {
        return Math.toIntExact(Math.floorDiv(epochMillis - from.toEpochMilli() + step.toMillis() / 2, step.toMillis()))
                - 1;
    }

    /** Returns the first step of the second half. */
    public int middle() {
        return (steps() + 1) / 2;
    }

    /** Returns whether the grid is the whole window and nothing else. */
    public boolean isWhole(Window window) {
        return from.equals(window.from()) && to.equals(window.to());
    }
}
