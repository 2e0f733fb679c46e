package io.github.sre4j.trace.period;

import io.github.sre4j.trace.period.profile.Execution;
import io.github.sre4j.trace.period.profile.RequestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Typical own times and queue times in the reference, by stratum. */
final class TimeBaseline {

    private final Strata strata;
    private final Map<Integer, Typical> own = new HashMap<>();
    private final Map<Integer, Typical> queued = new HashMap<>();

    /**
     * Typical times in nanoseconds.
     *
     * @param median half of the executions take no longer
     * @param high 95% of the executions take no longer
     */
    record Typical(double median, double high) {}

    TimeBaseline(Strata strata, List<RequestProfile> reference) {
        this.strata = strata;
        Map<Integer, DoubleStream.Builder> owns = new HashMap<>();
        Map<Integer, DoubleStream.Builder> waits = new HashMap<>();
        for (RequestProfile request : reference) {
            for (Execution each : request.executions()) {
                add(owns, each, each.own());
                if (each.queued() >= 0) {
                    add(waits, each, each.queued());
                }
            }
        }
        owns.forEach((stratum, values) -> own.put(stratum, typical(values)));
        waits.forEach((stratum, values) -> queued.put(stratum, typical(values)));
    }

    private static void add(Map<Integer, DoubleStream.Builder> into, Execution execution, long nanos) {
        into.computeIfAbsent(execution.path(), any -> DoubleStream.builder()).add(nanos);
        into.computeIfAbsent(Strata.ofOperation(execution.operation()), any -> DoubleStream.builder())
                .add(nanos);
    }

    private static Typical typical(DoubleStream.Builder values) {
        double[] all = values.build().toArray();
        return new Typical(RankSum.median(all), RankSum.quantile(all, 0.95));
    }

    /** The typical own time of such an execution, or null if the reference has too few. */
    @Nullable
    Typical own(Execution execution) {
        return own.get(strata.of(execution));
    }

    @Nullable
    Typical queued(Execution execution) {
        return queued.get(strata.of(execution));
    }
}
