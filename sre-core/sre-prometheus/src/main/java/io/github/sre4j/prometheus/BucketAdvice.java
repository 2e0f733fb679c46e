package io.github.sre4j.prometheus;

import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** The configuration of a service that makes its counts of slow requests exact: one line. */
public final class BucketAdvice {

    private BucketAdvice() {}

    /**
     * Returns the line.
     *
     * @param metric the metric of the service
     * @param thresholds the thresholds of the standard, ascending
     */
    public static Message line(HttpMetric metric, List<Duration> thresholds) {
        if (metric.isMicrometer()) {
            return Message.plain("management.metrics.distribution.slo.http.server.requests="
                    + thresholds.stream().map(BucketAdvice::text).collect(Collectors.joining(",")));
        }
        return Message.of(
                PrometheusTelemetry.class,
                "view",
                metric.base(),
                thresholds.stream()
                        .map(threshold ->
                                metric.inUnit(threshold).stripTrailingZeros().toPlainString())
                        .toList());
    }

    private static String text(Duration threshold) {
        BigDecimal millis = BigDecimal.valueOf(threshold.toNanos(), 6).stripTrailingZeros();
        return threshold.equals(Duration.ofSeconds(threshold.toSeconds()))
                ? threshold.toSeconds() + "s"
                : millis.toPlainString() + "ms";
    }
}
