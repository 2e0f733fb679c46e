package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.nrql.Query.TimeSeries;

/** The buckets of TIMESERIES: they end where the window ends; a partial first bucket is dropped. */
record Buckets(long begin, long step, int count) {
    static final int MOST = 366;
    private static final int AUTO = 60;
    private static final long[] STEPS = {
        1_000,
        5_000,
        10_000,
        30_000,
        60_000,
        300_000,
        600_000,
        1_800_000,
        3_600_000,
        10_800_000,
        21_600_000,
        43_200_000,
        86_400_000,
        604_800_000
    };

    static Buckets of(TimeSeries series, Window window) {
        long step;
        if (series instanceof TimeSeries.Every every) {
            step = Math.round(every.amount() * every.unit().millis());
        } else if (series instanceof TimeSeries.Max) {
            step = Math.max(1_000, -Math.floorDiv(-window.millis(), MOST * 1_000L) * 1_000);
        } else {
            step = auto(window.millis());
        }
        if (step <= 0 || step > window.millis()) {
            throw new QueryRefusedException("TIMESERIES step size is larger than the query's time window.");
        }
        long count = window.millis() / step;
        if (count > MOST) {
            throw new QueryRefusedException("TIMESERIES supports a maximum of " + MOST + " buckets.");
        }
        return new Buckets(window.end() - count * step, step, (int) count);
    }

    private static long auto(long millis) {
        for (long step : STEPS) {
            if (millis / step <= AUTO) {
                return Math.min(step, millis);
            }
        }
        return -Math.floorDiv(-millis, AUTO);
    }

    Buckets back(long millis) {
        return new Buckets(begin - millis, step, count);
    }

    double beginSeconds(int bucket) {
        return (begin + bucket * step) / 1000.0;
    }

    Sql index() {
        return Sql.of("CAST(floor((ts - #) / #) AS BIGINT)", (double) begin, (double) step);
    }
}
