package io.github.sre4j.alerts.migrate.monitor;

/** Times at which a monitor runs. */
public sealed interface Schedule {

    /**
     * Fixed interval.
     *
     * @param seconds length, in seconds
     */
    record Interval(long seconds) implements Schedule {}

    /**
     * Cron expression of five fields.
     *
     * @param expression minute, hour, day of month, month, day of week
     * @param timezone zone as written
     */
    record Cron(String expression, String timezone) implements Schedule {}
}
