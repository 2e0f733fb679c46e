package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.RequestProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds events that are new, missing, more or less frequent: a stratified score test of the share of executions with the event, with requests as
 * units (Mantel and Haenszel 1959; variance of the permutation distribution; continuity correction of half a request).
 */
final class EventChanges {

    private static final double MIN_Z = 2;

    private final Strata strata;
    private final Map<Integer, int[]> requests = new HashMap<>();
    private final Map<Long, double[]> sums = new HashMap<>();

    private EventChanges(Strata strata) {
        this.strata = strata;
    }

    /** All changes of at least this surprise, for the same data always in the same order. */
    static List<EventChange> find(
            Strata strata, List<RequestProfile> reference, List<RequestProfile> window, double minSurprise) {
        EventChanges changes = new EventChanges(strata);
        reference.forEach(request -> changes.add(request, 0));
        window.forEach(request -> changes.add(request, 1));
        Map<Long, EventChange> found = new TreeMap<>();
        changes.tested(minSurprise).forEach(each -> keep(found, each));
        EventSequences.find(reference, window).forEach(each -> keep(found, each));
        return List.copyOf(found.values());
    }

    /** Of two changes of an event, the one that surprises more; for equal data in the same order. */
    private static void keep(Map<Long, EventChange> found, EventChange change) {
        long key = (long) change.operation() << 32 | change.event();
        EventChange other = found.get(key);
        if (other == null || (other.more() == change.more() && other.surprise() < change.surprise())) {
            found.put(key, change);
        }
    }

    private void add(RequestProfile request, int period) {
        Map<Integer, Integer> executions = new HashMap<>();
        Map<Long, Integer> having = new HashMap<>();
        for (Execution each : request.executions()) {
            Set<Integer> distinct = new HashSet<>();
            for (Execution.Event event : each.events()) {
                distinct.add(event.type());
            }
            if (period == 0) {
                count(each.path(), distinct, executions, having);
                count(Strata.ofOperation(each.operation()), distinct, executions, having);
            } else {
                count(strata.of(each), distinct, executions, having);
            }
        }
        executions.forEach((stratum, count) -> requests.computeIfAbsent(stratum, any -> new int[2])[period]++);
        having.forEach((key, count) -> {
            double share = (double) count / Objects.requireNonNull(executions.get((int) (key >> 32)));
            double[] sum = sums.computeIfAbsent(key, any -> new double[4]);
            sum[2 * period] += share;
            sum[2 * period + 1] += share * share;
        });
    }

    private static void count(
            int stratum, Set<Integer> events, Map<Integer, Integer> executions, Map<Long, Integer> having) {
        if (stratum != -1) {
            executions.merge(stratum, 1, Integer::sum);
            events.forEach(event -> having.merge((long) stratum << 32 | event, 1, Integer::sum));
        }
    }

    private List<EventChange> tested(double minSurprise) {
        Map<Long, double[]> totals = new HashMap<>();
        sums.forEach((key, sum) -> {
            int stratum = (int) (key >> 32);
            int[] n = requests.get(stratum);
            if (n == null || n[0] < Strata.MIN_REFERENCE || n[1] == 0) {
                return;
            }
            double all = n[0] + n[1];
            double total = sum[0] + sum[2];
            double variance =
                    n[0] * (double) n[1] / (all * (all - 1)) * Math.max(0, sum[1] + sum[3] - total * total / all);
            double[] into = totals.computeIfAbsent(
                    (long) strata.operation(stratum) << 32 | (key & 0xFFFFFFFFL), any -> new double[6]);
            into[0] += sum[2] - n[1] * total / all;
            into[1] += variance;
            into[2] += sum[2];
            into[3] += n[1] * sum[0] / n[0];
            into[4] += n[1];
            into[5] += n[0];
        });
        List<EventChange> changes = new ArrayList<>();
        totals.forEach((key, t) -> {
            double difference = Math.max(0, Math.abs(t[0]) - 0.5);
            double z = t[1] <= 0 ? 0 : Math.signum(t[0]) * difference / Math.sqrt(t[1]);
            if (Math.abs(z) < MIN_Z) {
                return;
            }
            double expected = t[3] / t[4];
            double observed = t[2] / t[4];
            double surprise = Surprise.ofShare(expected, (int) Math.round(t[5]), observed, (int) Math.round(t[4]));
            if (surprise >= minSurprise) {
                changes.add(new EventChange(
                        (int) (key >> 32), (int) (long) key, -1, expected, observed, surprise, (int) Math.round(t[4])));
            }
        });
        return changes;
    }
}
