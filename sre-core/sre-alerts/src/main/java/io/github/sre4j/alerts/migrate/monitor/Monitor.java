package io.github.sre4j.alerts.migrate.monitor;

import java.util.List;

/**
 * OpenSearch Alerting monitor.
 *
 * @param origin file, and id in an export of several
 * @param name name
 * @param type {@code monitor_type}, {@code query_level_monitor} by default
 * @param enabled whether it runs
 * @param schedule times at which it runs
 * @param input data it looks at
 * @param triggers conditions
 * @param unknown parts that this reader does not know
 */
public record Monitor(
        String origin,
        String name,
        String type,
        boolean enabled,
        Schedule schedule,
        MonitorInput input,
        List<MonitorTrigger> triggers,
        List<String> unknown) {

    /** Copies the lists. */
    public Monitor {
        triggers = List.copyOf(triggers);
        unknown = List.copyOf(unknown);
    }

    /** Returns whether it triggers per bucket. */
    public boolean isBucketLevel() {
        return type.equals("bucket_level_monitor");
    }
}
