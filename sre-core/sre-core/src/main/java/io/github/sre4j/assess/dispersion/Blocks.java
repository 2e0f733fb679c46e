package io.github.sre4j.assess.dispersion;

import java.util.ArrayList;
import java.util.List;

/**
 * The days of a series, cut at a change of level if there is one, so that no day mixes two levels.
 *
 * @param series series
 * @param segments days of each stretch with one level, oldest first; one stretch where the level never changes
 */
record Blocks(HourlySeries series, List<List<Day>> segments) {

    /**
     * The hours of one day.
     *
     * @param from index of the first hour
     * @param to index after the last hour
     * @param total number of requests
     * @param bad number of bad requests
     */
    record Day(int from, int to, long total, long bad) {}

    /**
     * Returns the days of a series.
     *
     * @param change index of the first hour of the second level; 0 if the level never changes
     */
    static Blocks of(HourlySeries series, int change) {
        List<List<Day>> segments = new ArrayList<>();
        if (change > 0) {
            segments.add(days(series, 0, change));
        }
        segments.add(days(series, change, series.size()));
        return new Blocks(series, segments);
    }

    private static List<Day> days(HourlySeries series, int from, int to) {
        List<Day> days = new ArrayList<>();
        int start = from;
        long total = 0;
        long bad = 0;
        for (int i = from; i < to; i++) {
            total += series.total(i);
            bad += series.bad(i);
            if (i + 1 == to || series.day(i + 1) != series.day(i)) {
                days.add(new Day(start, i + 1, total, bad));
                start = i + 1;
                total = 0;
                bad = 0;
            }
        }
        return days;
    }
}
