package io.github.sre4j.assess;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The part of the window in which requests were observed, which figures per day refer to: from the first to the last request, without gaps. Immutable and
 * thread-safe.
 *
 * @param from start of it
 * @param to end of it, exclusive
 * @param length its length without gaps, at most that of the window
 */
public record ObservedTime(Instant from, Instant to, Duration length) {

    /** With fewer requests their first and last one do not show where observation began and ended. */
    private static final long ENOUGH_REQUESTS = 30;

    /** From this share of the window on, the missing edges are chance. */
    private static final double WHOLE = 0.95;

    private static final Duration HOUR = Duration.ofHours(1);

    /** A night without requests is part of a day, a day without any is a gap where traffic is dense. */
    private static final Duration SHORTEST_GAP = Duration.ofDays(1);

    private static final double DENSE_REQUESTS_PER_HOUR = 10;

    /** Validates the components. */
    public ObservedTime {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("observed time without length");
        }
    }

    /** Returns the whole window as observed. */
    public static ObservedTime all(Window window) {
        return new ObservedTime(window.from(), window.to(), window.length());
    }

    /**
     * Returns the observed part of a window; all of it if too few requests show where observation began and ended.
     *
     * @param window the window
     * @param seen from the first to the last event of the source, which may lie outside the window; null if unknown
     * @param measurements measurements of the window
     */
    static ObservedTime of(Window window, @Nullable Window seen, List<EndpointMeasurement> measurements) {
        long requests = 0;
        boolean hoursKnown = true;
        TreeSet<Instant> hours = new TreeSet<>();
        for (EndpointMeasurement each : measurements) {
            requests += each.whole().requests();
            hoursKnown &= each.whole().requests() == 0 || !each.hours().isEmpty();
            each.hours().stream()
                    .filter(hour -> hour.counts().requests() > 0)
                    .map(HourCounts::start)
                    .forEach(hours::add);
        }
        Instant from = seen == null ? window.from() : later(window.from(), seen.from());
        Instant to = seen == null ? window.to() : earlier(window.to(), seen.to());
        Duration gaps = Duration.ZERO;
        if (hoursKnown && !hours.isEmpty()) {
            from = later(from, hours.first());
            to = earlier(to, hours.last().plus(HOUR));
            gaps = requests < DENSE_REQUESTS_PER_HOUR * hours.size() ? Duration.ZERO : gaps(hours);
        }
        if (requests < ENOUGH_REQUESTS || !to.isAfter(from)) {
            return all(window);
        }
        Duration length = Duration.between(from, to).minus(gaps);
        return length.toMillis() >= WHOLE * window.length().toMillis() || length.isNegative() || length.isZero()
                ? all(window)
                : new ObservedTime(from, to, length);
    }

    private static Duration gaps(TreeSet<Instant> hours) {
        Duration gaps = Duration.ZERO;
        Instant before = hours.first();
        for (Instant hour : hours) {
            Duration empty = Duration.between(before.plus(HOUR), hour);
            if (empty.compareTo(SHORTEST_GAP) >= 0) {
                gaps = gaps.plus(empty);
            }
            before = hour;
        }
        return gaps;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Returns the length in days, above 0. */
    public double days() {
        return length.toNanos() / (double) Duration.ofDays(1).toNanos();
    }

    /** Returns true if less than half of the window was observed, so that readers must know of it. */
    public boolean isPartOf(Window window) {
        return length.toMillis() < window.length().toMillis() / 2;
    }
}
