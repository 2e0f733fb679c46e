package io.github.sre4j.alerts.terraform;

import io.github.sre4j.sli.SliKind;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Requests and bad requests of a group of endpoints, hour by hour, hours without traffic included. Immutable. */
final class HourlyTraffic {

    private static final int MAX_HOURS = 24 * 60;

    private final Instant first;
    private final long[] requests;
    private final long[] bad;

    private HourlyTraffic(Instant first, long[] requests, long[] bad) {
        this.first = first;
        this.requests = requests;
        this.bad = bad;
    }

    static HourlyTraffic of(List<EndpointMeasurement> endpoints, SliKind kind, Instant from, Instant until) {
        Map<Instant, long[]> hours = new TreeMap<>();
        for (EndpointMeasurement endpoint : endpoints) {
            for (HourCounts hour : endpoint.hours()) {
                long[] sums = hours.computeIfAbsent(hour.start().truncatedTo(ChronoUnit.HOURS), any -> new long[2]);
                sums[0] += hour.counts().tally(kind).total();
                sums[1] += hour.counts().tally(kind).bad();
            }
        }
        Instant first = from.truncatedTo(ChronoUnit.HOURS);
        int count = (int) Math.max(
                0,
                Math.min(
                        MAX_HOURS,
                        Duration.between(first, until).plusMinutes(59).toHours()));
        long[] requests = new long[count];
        long[] bad = new long[count];
        hours.forEach((hour, sums) -> {
            long index = Duration.between(first, hour).toHours();
            if (index >= 0 && index < count) {
                requests[(int) index] += sums[0];
                bad[(int) index] += sums[1];
            }
        });
        return new HourlyTraffic(first, requests, bad);
    }

    boolean isEmpty() {
        return Arrays.stream(requests).allMatch(count -> count == 0);
    }

    /** Returns the requests of a quiet window: a tenth of the windows with traffic have fewer. */
    long quietRequests(int hours) {
        long[] sums = new long[Math.max(0, requests.length - hours + 1)];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sum(requests, i, hours);
        }
        long[] busy = Arrays.stream(sums).filter(count -> count > 0).sorted().toArray();
        return busy.length == 0 ? 0 : busy[busy.length / 10];
    }

    /** Returns the starts of the times during which a rule would have been broken, on a grid of hours. */
    List<Instant> firings(int hours, double share) {
        List<Instant> firings = new java.util.ArrayList<>();
        boolean firing = false;
        for (int end = 1; end <= requests.length; end++) {
            int begin = Math.max(0, end - hours);
            long total = sum(requests, begin, end - begin);
            boolean broken = total > 0 && sum(bad, begin, end - begin) >= share * total;
            if (broken && !firing) {
                firings.add(first.plus(Duration.ofHours(end - 1L)));
            }
            firing = broken;
        }
        return firings;
    }

    /** Returns the longest time without a request between two hours with requests, in hours. */
    int longestGap() {
        int longest = 0;
        int last = -1;
        for (int i = 0; i < requests.length; i++) {
            if (requests[i] > 0) {
                longest = last >= 0 ? Math.max(longest, i - last - 1) : longest;
                last = i;
            }
        }
        return longest;
    }

    long badRequests() {
        return Arrays.stream(bad).sum();
    }

    private static long sum(long[] values, int from, int count) {
        long sum = 0;
        for (int i = from; i < from + count; i++) {
            sum += values[i];
        }
        return sum;
    }
}
