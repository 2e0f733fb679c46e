package io.github.sre4j.assess.dispersion;

import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** All and bad requests of one SLI for each hour with traffic, oldest first. Immutable and thread-safe. */
public final class HourlySeries {

    private static final long SECONDS_PER_HOUR = 3_600;
    private static final int HOURS_PER_DAY = 24;

    private final long[] hours;
    private final long[] totals;
    private final long[] bads;

    private HourlySeries(long[] hours, long[] totals, long[] bads) {
        this.hours = hours;
        this.totals = totals;
        this.bads = bads;
    }

    /**
     * Returns the series of one kind of SLI.
     *
     * @param kind kind of SLI, which decides the bad requests
     * @param counts counts of hours with traffic, oldest first; empty where the source has no hours
     */
    public static HourlySeries of(SliKind kind, List<HourCounts> counts) {
        long[] hours = new long[counts.size()];
        long[] totals = new long[counts.size()];
        long[] bads = new long[counts.size()];
        int size = 0;
        for (HourCounts hour : counts) {
            if (hour.counts().requests() > 0) {
                hours[size] = Math.floorDiv(hour.start().getEpochSecond(), SECONDS_PER_HOUR);
                totals[size] = hour.counts().requests();
                bads[size] = kind == SliKind.ERRORS
                        ? hour.counts().errors()
                        : hour.counts().slow();
                size++;
            }
        }
        return new HourlySeries(Arrays.copyOf(hours, size), Arrays.copyOf(totals, size), Arrays.copyOf(bads, size));
    }

    /** Returns the hours from an index on. */
    public HourlySeries from(int index) {
        return new HourlySeries(
                Arrays.copyOfRange(hours, index, hours.length),
                Arrays.copyOfRange(totals, index, totals.length),
                Arrays.copyOfRange(bads, index, bads.length));
    }

    /** Returns the number of hours with traffic. */
    public int size() {
        return hours.length;
    }

    /** Returns the start of an hour. */
    public Instant start(int index) {
        return Instant.ofEpochSecond(hours[index] * SECONDS_PER_HOUR);
    }

    /** Returns the end of an hour. */
    public Instant end(int index) {
        return Instant.ofEpochSecond((hours[index] + 1) * SECONDS_PER_HOUR);
    }

    /** Returns the number of requests in an hour, ≥ 1. */
    public long total(int index) {
        return totals[index];
    }

    /** Returns the number of bad requests in an hour. */
    public long bad(int index) {
        return bads[index];
    }

    /** Returns the hour of the day (UTC), 0 to 23. */
    public int hourOfDay(int index) {
        return (int) Math.floorMod(hours[index], (long) HOURS_PER_DAY);
    }

    /** Returns the day of an hour (UTC), counted from the epoch. */
    long day(int index) {
        return Math.floorDiv(hours[index], HOURS_PER_DAY);
    }

    /** Returns the requests of a day as a request meets them: Σ n² / Σ n over the days; 0 without hours. */
    double requestsPerDay() {
        double squares = 0;
        long all = 0;
        long day = 0;
        for (int i = 0; i < hours.length; i++) {
            day += totals[i];
            if (i + 1 == hours.length || day(i + 1) != day(i)) {
                squares += (double) day * day;
                all += day;
                day = 0;
            }
        }
        return all == 0 ? 0 : squares / all;
    }

    /**
     * Returns all and bad requests of some hours.
     *
     * @param from first index
     * @param to index after the last one
     */
    public Tally sum(int from, int to) {
        long total = 0;
        long bad = 0;
        for (int i = from; i < to; i++) {
            total += totals[i];
            bad += bads[i];
        }
        return new Tally(total, bad);
    }
}
