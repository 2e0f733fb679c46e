package io.github.sre4j.calibrate;

import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.report.json.StoredReport.StoredEndpoint;
import io.github.sre4j.sli.LatencySli;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the reports of many products tell of each threshold. A report holds percentiles, not durations: endpoints are counted by their p95 (what an
 * objective of 95 % asks), and how long users would have waited beyond another threshold cannot be known from it.
 *
 * @param products how many reports
 * @param endpoints their endpoints with latency and enough requests to be judged
 * @param missed for each threshold how many of these have a p95 beyond it
 */
public record Portfolio(int products, int endpoints, List<Missed> missed) {

    /** So many requests can prove "95 % within": 0.95<sup>59</sup> &lt; 0.05. */
    private static final long ENOUGH = 59;

    private static final Duration USUAL = Duration.ofSeconds(1);

    /** Copies the list. */
    public Portfolio {
        missed = List.copyOf(missed);
    }

    /**
     * A threshold.
     *
     * @param threshold the threshold
     * @param endpoints how many endpoints have a p95 beyond it
     * @param products how many products have at least one
     */
    public record Missed(Duration threshold, long endpoints, long products) {

        /** Refuses null. */
        public Missed {
            Objects.requireNonNull(threshold, "threshold");
        }
    }

    /** Counts. */
    public static Portfolio of(List<StoredReport> reports) {
        long endpoints = reports.stream()
                .flatMap(report -> report.endpoints().stream())
                .filter(Portfolio::counts)
                .count();
        List<Missed> missed = Ladder.around(USUAL).stream()
                .map(threshold -> new Missed(
                        threshold,
                        reports.stream()
                                .mapToLong(report -> beyond(report, threshold))
                                .sum(),
                        reports.stream()
                                .filter(report -> beyond(report, threshold) > 0)
                                .count()))
                .toList();
        return new Portfolio(reports.size(), (int) endpoints, missed);
    }

    private static long beyond(StoredReport report, Duration threshold) {
        return report.endpoints().stream()
                .filter(Portfolio::counts)
                .filter(endpoint -> endpoint.percentile95()
                        .filter(p95 -> p95.compareTo(threshold) > 0)
                        .isPresent())
                .count();
    }

    private static boolean counts(StoredEndpoint endpoint) {
        return endpoint.requests() >= ENOUGH
                && endpoint.percentile95().isPresent()
                && endpoint.slis().stream().anyMatch(sli -> sli.sli() instanceof LatencySli);
    }
}
