package io.github.sre4j.prometheus;

import io.github.sre4j.prometheus.count.CountGrid;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.RequestTraits;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of one endpoint, step by step. Not thread-safe. */
final class EndpointTotals {

    private final EndpointName name;
    private final CountGrid grid;
    private final long[] requests;
    private final long[] errors;
    private final long[] slowAtLeast;
    private final long[] slowAtMost;
    private RequestTraits traits = RequestTraits.UNKNOWN;

    EndpointTotals(EndpointName name, CountGrid grid) {
        this.name = name;
        this.grid = grid;
        this.requests = new long[grid.steps()];
        this.errors = new long[grid.steps()];
        this.slowAtLeast = new long[grid.steps()];
        this.slowAtMost = new long[grid.steps()];
    }

    EndpointName name() {
        return name;
    }

    void add(int step, long counted, long failed, long atLeast, long atMost) {
        requests[step] += counted;
        errors[step] += failed;
        slowAtLeast[step] += atLeast;
        slowAtMost[step] += atMost;
    }

    void add(RequestTraits more) {
        traits = traits.plus(more);
    }

    RequestTraits traits() {
        return traits;
    }

    long requests() {
        long sum = 0;
        for (long count : requests) {
            sum += count;
        }
        return sum;
    }

    boolean isExact() {
        for (int step = 0; step < requests.length; step++) {
            if (slowAtLeast[step] != slowAtMost[step]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the counts of some steps. */
    Counts counts(int from, int to) {
        long all = 0;
        long failed = 0;
        long slow = 0;
        for (int step = from; step < to; step++) {
            all += requests[step];
            failed += errors[step];
            slow += slowAtLeast[step];
        }
        return new Counts(all, slow, failed);
    }

    /** Returns the counts of the hours with traffic, oldest first. */
    List<HourCounts> hours() {
        Map<Instant, Counts> byHour = new TreeMap<>();
        for (int step = 0; step < requests.length; step++) {
            if (requests[step] > 0) {
                byHour.merge(grid.end(step - 1).truncatedTo(ChronoUnit.HOURS), counts(step, step + 1), Counts::plus);
            }
        }
        List<HourCounts> hours = new ArrayList<>();
        byHour.forEach((hour, counts) -> hours.add(new HourCounts(hour, counts)));
        return hours;
    }
}
