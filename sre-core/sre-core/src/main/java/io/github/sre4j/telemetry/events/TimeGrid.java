package io.github.sre4j.telemetry.events;

import io.github.sre4j.sli.Window;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/** A window cut into halves and full hours (UTC), in epoch milliseconds. Immutable. */
final class TimeGrid {

    /** Beyond a quarter of a year hours are not kept: incidents of one hour do not show in such a window. */
    private static final int MOST_HOURS = 24 * 92;

    private static final long MILLIS_PER_HOUR = TimeUnit.HOURS.toMillis(1);

    private final long fromMillis;
    private final long toMillis;
    private final long middleMillis;
    private final long firstHour;
    private final int hours;
    private final long[] excludedMillis;

    TimeGrid(Window window) {
        this(window, List.of());
    }

    /** A grid of a window without some times. */
    TimeGrid(Window window, List<Window> excluded) {
        this.excludedMillis = excluded.stream()
                .flatMapToLong(each ->
                        LongStream.of(each.from().toEpochMilli(), each.to().toEpochMilli()))
                .toArray();
        this.fromMillis = window.from().toEpochMilli();
        this.toMillis = window.to().toEpochMilli();
        this.middleMillis = window.middle().toEpochMilli();
        this.firstHour = Math.floorDiv(fromMillis, MILLIS_PER_HOUR);
        long count = Math.floorDiv(toMillis - 1, MILLIS_PER_HOUR) - firstHour + 1;
        this.hours = count > MOST_HOURS ? 0 : (int) count;
    }

    boolean contains(long timestampMillis) {
        return timestampMillis >= fromMillis && timestampMillis < toMillis;
    }

    /** Returns true if a timestamp of this window is of a time that is left out. */
    boolean excludes(long timestampMillis) {
        for (int i = 0; i < excludedMillis.length; i += 2) {
            if (timestampMillis >= excludedMillis[i] && timestampMillis < excludedMillis[i + 1]) {
                return true;
            }
        }
        return false;
    }

    /** The first millisecond of the second half. */
    long middleMillis() {
        return middleMillis;
    }

    /** How many hours the window touches, or 0 if it is too long to keep them apart. */
    int hours() {
        return hours;
    }

    /** The index of the hour in which a timestamp of this window lies. */
    int hourOf(long timestampMillis) {
        return (int) (Math.floorDiv(timestampMillis, MILLIS_PER_HOUR) - firstHour);
    }

    long startOfHourMillis(int hour) {
        return (firstHour + hour) * MILLIS_PER_HOUR;
    }
}
