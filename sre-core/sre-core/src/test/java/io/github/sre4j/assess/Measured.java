package io.github.sre4j.assess;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.testing.traffic.HourlyTraffic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Measurements for tests. */
public final class Measured {

    /** The window of these measurements. */
    public static final Window WEEK = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));

    private static final int HOURS = 7 * 24;

    private static final Instant INCIDENT = Instant.parse("2026-11-20T09:00:00Z");

    private static final LatencySummary LATENCY = new LatencySummary(
            Duration.ofMillis(120),
            Duration.ofMillis(640),
            Duration.ofMillis(1_240),
            Duration.ofMillis(2_500),
            Duration.ofMillis(9_100),
            0.001);

    private Measured() {}

    /** An endpoint whose two halves have these counts, spread evenly over the hours of each. */
    public static EndpointMeasurement endpoint(String name, Counts first, Counts second, Duration excess) {
        List<HourCounts> hours = new ArrayList<>();
        hours.addAll(spread(first, 0, HOURS / 2));
        hours.addAll(spread(second, HOURS / 2, HOURS));
        return of(name, first, second, hours, excess);
    }

    /** An endpoint whose two halves have these counts; the slow and failed requests of the second half fall into one hour. */
    public static EndpointMeasurement incident(String name, Counts first, Counts second, Duration excess) {
        long bad = Math.max(second.slow(), second.errors());
        List<HourCounts> hours = new ArrayList<>(spread(first, 0, HOURS / 2));
        for (HourCounts hour : spread(new Counts(second.requests() - bad, 0, 0), HOURS / 2, HOURS)) {
            hours.add(
                    hour.start().equals(INCIDENT)
                            ? new HourCounts(
                                    INCIDENT, hour.counts().plus(new Counts(bad, second.slow(), second.errors())))
                            : hour);
        }
        return of(name, first, second, hours, excess);
    }

    /** An endpoint with the same counts in both halves. */
    public static EndpointMeasurement evenly(String name, long requests, long slow, long errors) {
        return endpoint(
                name,
                new Counts(requests / 2, slow / 2, errors / 2),
                new Counts(requests - requests / 2, slow - slow / 2, errors - errors / 2),
                Duration.ofMillis(700).multipliedBy(slow));
    }

    /** An endpoint with counts for each hour of the week: {@code usual}, except {@code other} from one hour to before another. */
    public static EndpointMeasurement week(String name, Counts usual, int from, int to, Counts other) {
        List<HourCounts> hours = new ArrayList<>();
        Counts first = Counts.NONE;
        Counts second = Counts.NONE;
        for (int hour = 0; hour < HOURS; hour++) {
            Counts counts = hour >= from && hour < to ? other : usual;
            if (counts.requests() > 0) {
                hours.add(new HourCounts(WEEK.from().plus(Duration.ofHours(hour)), counts));
            }
            if (hour < HOURS / 2) {
                first = first.plus(counts);
            } else {
                second = second.plus(counts);
            }
        }
        return of(name, first, second, hours, Duration.ZERO);
    }

    /** An endpoint with that traffic, whose bad requests are errors. */
    public static EndpointMeasurement hourly(String name, Instant from, HourlyTraffic traffic) {
        List<HourCounts> hours = new ArrayList<>();
        Counts first = Counts.NONE;
        Counts second = Counts.NONE;
        for (int hour = 0; hour < traffic.hours(); hour++) {
            Counts counts = new Counts(traffic.total(hour), 0, traffic.bad(hour));
            if (counts.requests() > 0) {
                hours.add(new HourCounts(from.plus(Duration.ofHours(hour)), counts));
            }
            if (hour < traffic.hours() / 2) {
                first = first.plus(counts);
            } else {
                second = second.plus(counts);
            }
        }
        return of(name, first, second, hours, Duration.ZERO);
    }

    private static EndpointMeasurement of(
            String name, Counts first, Counts second, List<HourCounts> hours, Duration excess) {
        Counts whole = first.plus(second);
        return new EndpointMeasurement(
                new EndpointName(name),
                whole,
                first,
                second,
                hours,
                excess,
                whole.requests(),
                whole.requests() == 0 ? null : LATENCY);
    }

    /** Spreads counts over hours so that each hour has its part of the requests and, as far as whole numbers allow, of the bad ones. */
    private static List<HourCounts> spread(Counts counts, int from, int to) {
        List<HourCounts> hours = new ArrayList<>();
        Counts left = counts;
        for (int hour = from; hour < to; hour++) {
            int hoursLeft = to - hour;
            long requests = ceil(left.requests(), hoursLeft);
            Counts here = new Counts(requests, part(left.slow(), left, requests), part(left.errors(), left, requests));
            left = new Counts(
                    left.requests() - here.requests(), left.slow() - here.slow(), left.errors() - here.errors());
            if (requests > 0) {
                hours.add(new HourCounts(WEEK.from().plus(Duration.ofHours(hour)), here));
            }
        }
        return hours;
    }

    private static long ceil(long number, int parts) {
        return (number + parts - 1) / parts;
    }

    /** At most its part, rounded up, and at least what the requests that are left could not hold. */
    private static long part(long bad, Counts left, long requests) {
        return left.requests() == 0
                ? 0
                : Math.max(
                        bad - (left.requests() - requests),
                        Math.min(requests, Math.round((double) bad * requests / left.requests())));
    }
}
