package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.RequestProfile;
import io.github.sre4j.trace.period.profile.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares, part by part, the time that requests spend there with the time that the same executions typically take in the reference. One value per
 * request, so that one slow request counts once.
 */
final class TimeChanges {

    /** Differences below this are of no interest to anybody who waits, and within the resolution of clocks. */
    static final double MIN_EXCESS_NANOS = 1e6;

    private static final double MIN_Z = 1.9;
    private static final double SLOW_RATIO = 2;
    private static final double SLOW_MARGIN = 1.2;
    private static final int MAX_FACTOR = 8;

    /** Factor by which all times of a healthy system may grow from one period to the next. */
    private static final double DRIFT = 1.6;

    private final Vocabulary vocabulary;
    private final TimeBaseline baseline;
    private final Map<TimeChange.Part, List<List<double[]>>> values = new HashMap<>();

    private TimeChanges(Vocabulary vocabulary, TimeBaseline baseline) {
        this.vocabulary = vocabulary;
        this.baseline = baseline;
    }

    static List<TimeChange> all(
            Vocabulary vocabulary, TimeBaseline baseline, List<RequestProfile> reference, List<RequestProfile> window) {
        TimeChanges changes = new TimeChanges(vocabulary, baseline);
        reference.forEach(request -> changes.add(request, 0));
        window.forEach(request -> changes.add(request, 1));
        List<TimeChange> result = new ArrayList<>();
        changes.values.forEach((part, periods) -> {
            List<double[]> before = periods.get(0);
            if (part instanceof TimeChange.OwnCode process
                    && !process.host().isEmpty()
                    && before.size() < Strata.MIN_REFERENCE) {
                before = changes.values
                        .getOrDefault(new TimeChange.OwnCode(process.service(), ""), periods)
                        .get(0);
            }
            result.add(change(part, before, periods.get(1)));
        });
        result.sort(Comparator.comparingDouble(TimeChange::totalNanos)
                .reversed()
                .thenComparing(each -> each.part().toString()));
        return result;
    }

    static TimeChange.Part part(Vocabulary vocabulary, Execution execution) {
        return execution.link() >= 0
                ? new TimeChange.Connection(vocabulary.link(execution.link()))
                : new TimeChange.OwnCode(
                        vocabulary.operation(execution.operation()).service(), "");
    }

    /** The same on the execution's host, or null if that is not known. */
    static TimeChange.@Nullable Part hostPart(Vocabulary vocabulary, Execution execution) {
        return execution.link() >= 0 || execution.host().isEmpty()
                ? null
                : new TimeChange.OwnCode(
                        vocabulary.operation(execution.operation()).service(), execution.host());
    }

    private void add(RequestProfile request, int period) {
        Map<TimeChange.Part, double[]> sums = new HashMap<>();
        for (Execution each : request.executions()) {
            TimeBaseline.Typical typical = baseline.own(each);
            if (typical != null) {
                add(sums, part(vocabulary, each), each.own(), typical.median());
                TimeChange.Part host = hostPart(vocabulary, each);
                if (host != null) {
                    add(sums, host, each.own(), typical.median());
                }
            }
            TimeBaseline.Typical queue = baseline.queued(each);
            if (each.queued() >= 0 && queue != null) {
                add(
                        sums,
                        new TimeChange.Queue(
                                vocabulary.operation(each.operation()).service()),
                        each.queued(),
                        queue.median());
            }
        }
        sums.forEach((part, sum) -> values.computeIfAbsent(part, any -> List.of(new ArrayList<>(), new ArrayList<>()))
                .get(period)
                .add(sum));
    }

    private static void add(Map<TimeChange.Part, double[]> sums, TimeChange.Part part, double took, double typical) {
        double[] sum = sums.computeIfAbsent(part, any -> new double[2]);
        sum[0] += took;
        sum[1] += typical;
    }

    private static TimeChange change(TimeChange.Part part, List<double[]> reference, List<double[]> window) {
        double took = 0;
        double typical = 0;
        for (double[] each : window) {
            took += each[0];
            typical += each[1];
        }
        double[] before = relative(reference);
        double[] now = relative(window);
        // Means hold rare slow requests, medians do not: the reference has such requests, too.
        double usual = reference.stream().mapToDouble(each -> each[0]).sum()
                / Math.max(1, reference.stream().mapToDouble(each -> each[1]).sum());
        double expected = typical * Math.max(1, usual);
        double limit = Math.max(SLOW_RATIO * RankSum.median(before), SLOW_MARGIN * RankSum.quantile(before, 0.95));
        double slow = shareAbove(now, limit);
        double surprise =
                window.isEmpty() || reference.size() < Strata.MIN_REFERENCE ? 0 : surprise(before, now, limit);
        double median = RankSum.median(now);
        double typicalSlow =
                RankSum.median(Arrays.stream(now).filter(each -> each > limit).toArray());
        return new TimeChange(
                part,
                (median > limit ? median : Math.max(median, typicalSlow)) / Math.max(0.1, RankSum.median(before)),
                window.isEmpty() ? 0 : (took - expected) / window.size(),
                slow,
                surprise,
                window.size(),
                reference.size());
    }

    /** Either most requests are slower, or some are far slower, as when a processor is throttled or one of several hosts is slow. */
    private static double surprise(double[] before, double[] now, double limit) {
        double most = RankSum.z(now, before) < MIN_Z ? 0 : Surprise.ofTimes(logs(before), logs(now));
        for (int factor = 1; factor <= MAX_FACTOR; factor *= 2) {
            double share = shareAbove(now, factor * limit);
            if (share > 0) {
                double usual = shareAbove(before, factor * limit / DRIFT);
                most = Math.max(most, share <= usual ? 0 : Surprise.ofShare(usual, before.length, share, now.length));
            }
        }
        return most;
    }

    private static double shareAbove(double[] values, double limit) {
        return values.length == 0
                ? 0
                : (double) Arrays.stream(values).filter(each -> each > limit).count() / values.length;
    }

    /** Times against typical ones; a tenth of a millisecond is added to both, so that parts that take no time show no ratio. */
    private static double[] relative(List<double[]> sums) {
        return sums.stream()
                .mapToDouble(each -> (each[0] + 1e5) / (each[1] + 1e5))
                .toArray();
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }
}
