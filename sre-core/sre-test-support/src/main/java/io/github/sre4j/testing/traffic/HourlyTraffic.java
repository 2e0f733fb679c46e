package io.github.sre4j.testing.traffic;

/** Requests of one endpoint by hour. Immutable and thread-safe. */
public final class HourlyTraffic {

    private final long[] totals;
    private final long[] bads;

    HourlyTraffic(long[] totals, long[] bads) {
        this.totals = totals.clone();
        this.bads = bads.clone();
    }

    /** Returns the number of hours of the window. */
    public int hours() {
        return totals.length;
    }

    /** Returns the number of requests in an hour. */
    public long total(int hour) {
        return totals[hour];
    }

    /** Returns the number of bad requests in an hour. */
    public long bad(int hour) {
        return bads[hour];
    }
}
