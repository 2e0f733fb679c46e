package io.github.sre4j.adapter.spring;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationUnit;

/**
 * Settings of the service level of a service. Immutable and thread-safe.
 *
 * @param enabled whether requests are recorded at all
 * @param service name in the report and in recordings; value of spring.application.name if absent
 * @param maxEndpoints maximum number of endpoints that are counted one by one, at least 1; further ones are counted together
 * @param evaluateEvery time between two evaluations, greater than 0
 * @param recordings where and how often recordings are written
 */
@ConfigurationProperties("sre")
public record ServiceLevelProperties(
        @DefaultValue("true") boolean enabled,
        @Nullable String service,
        @DefaultValue("1000") int maxEndpoints,

        @DefaultValue("10s") @DurationUnit(ChronoUnit.SECONDS)
        Duration evaluateEvery,

        @DefaultValue Recordings recordings) {

    /**
     * Settings of the log of recordings.
     *
     * @param folder folder of the log files; nothing is written if absent
     * @param instance name of this instance among those that write to the same folder
     * @param every length of a recorded interval, greater than 0
     */
    public record Recordings(
            @Nullable String folder,
            @DefaultValue("1") String instance,

            @DefaultValue("1m") @DurationUnit(ChronoUnit.SECONDS)
            Duration every) {}
}
