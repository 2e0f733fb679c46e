package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.Link;
import io.github.sre4j.trace.period.profile.Vocabulary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds, in requests of the window, executions that are slow because of a part of the system that is slow. */
final class TimeDeviations {

    private static final double MIN_RATIO = 1.5;
    private static final double MIN_SHARE = 0.3;

    private final Vocabulary vocabulary;
    private final TimeBaseline baseline;
    private final Map<TimeChange.Part, Deviation.Suspect> suspects = new HashMap<>();
    private final Map<TimeChange.Part, Double> surprises = new HashMap<>();

    TimeDeviations(
            Vocabulary vocabulary,
            TimeBaseline baseline,
            List<TimeChange> changes,
            Map<TimeChange.Part, Deviation.Suspect> suspects) {
        this.vocabulary = vocabulary;
        this.baseline = baseline;
        this.suspects.putAll(suspects);
        changes.forEach(each -> surprises.put(each.part(), each.surprise()));
    }

    /** By part, what to blame for its additional time: a busy process slows its connections, too, a slow network does not slow the process. */
    static Map<TimeChange.Part, Deviation.Suspect> suspects(
            List<TimeChange> changes, Predicate<TimeChange> significant) {
        Map<TimeChange.Part, Deviation.Suspect> suspects = new HashMap<>();
        Map<Link, String> blamed = NetworkSuspects.blamed(changes, significant);
        Set<String> traced = new HashSet<>();
        Set<String> busy = new HashSet<>();
        for (TimeChange each : changes) {
            if (each.part() instanceof TimeChange.OwnCode process) {
                traced.add(process.service());
                if (significant.test(each) || isBusy(each, process.service(), changes, blamed)) {
                    busy.add(process.service());
                    suspects.put(each.part(), new Deviation.Busy(process.service()));
                }
            }
        }
        for (TimeChange each : changes) {
            if (!significant.test(each)) {
                continue;
            }
            TimeChange.Part part = each.part();
            if (part instanceof TimeChange.OwnCode process) {
                suspects.put(part, new Deviation.Busy(process.service()));
            } else if (part instanceof TimeChange.Queue queue) {
                suspects.put(part, new Deviation.Backlog(queue.service()));
            } else if (part instanceof TimeChange.Connection connection) {
                String end = Objects.requireNonNull(blamed.get(connection.link()));
                suspects.put(
                        part,
                        busy.contains(end) ? new Deviation.Busy(end) : new Deviation.Slow(end, traced.contains(end)));
            }
        }
        return suspects;
    }

    /** Returns whether code slows down together with the connections of its service, which a slow network does not cause. */
    private static boolean isBusy(TimeChange code, String service, List<TimeChange> changes, Map<Link, String> blamed) {
        double connections = changes.stream()
                .filter(each -> each.part() instanceof TimeChange.Connection connection
                        && service.equals(blamed.get(connection.link())))
                .mapToDouble(TimeChange::totalNanos)
                .max()
                .orElse(0);
        return connections > 0 && code.ratio() >= MIN_RATIO && code.totalNanos() >= MIN_SHARE * connections;
    }

    /** The deviation of an execution, or null if it is as fast as usual or its part is no suspect. */
    @Nullable
    Deviation of(int request, Execution execution) {
        if (execution.queued() >= 0) {
            Deviation waited = deviation(
                    request,
                    execution,
                    new TimeChange.Queue(
                            vocabulary.operation(execution.operation()).service()),
                    execution.queued(),
                    baseline.queued(execution));
            if (waited != null) {
                return waited;
            }
        }
        TimeBaseline.Typical typical = baseline.own(execution);
        Deviation slow =
                deviation(request, execution, TimeChanges.part(vocabulary, execution), execution.own(), typical);
        TimeChange.Part host = TimeChanges.hostPart(vocabulary, execution);
        return slow != null || host == null ? slow : deviation(request, execution, host, execution.own(), typical);
    }

    private @Nullable Deviation deviation(
            int request, Execution execution, TimeChange.Part part, long took, TimeBaseline.@Nullable Typical typical) {
        Deviation.Suspect suspect = suspects.get(part);
        if (suspect == null || typical == null || took < Math.max(MIN_RATIO * typical.median(), typical.high()) + 1e5) {
            return null;
        }
        long at = execution.start() + Math.round(typical.median());
        return new Deviation(
                request, at, execution, suspect, -1, -1, 1, surprises.getOrDefault(part, 0.0), took - typical.median());
    }
}
