package io.github.sre4j.calibrate;

import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.report.json.StoredReport.StoredEndpoint;
import io.github.sre4j.sli.LatencySli;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the reports of many products tell of each threshold. A report holds percentiles, not durations: endpoints are counted by their p95 (what an
 * objective of 95 % asks), and how long users would have waited beyond another threshold is an estimate with bounds. All times are of one day, as
 * products may be measured over different windows.
 *
 * @param products how many reports
 * @param omitted the number of endpoints that reports count and do not list; nothing is known of their latency
 * @param thresholds for each threshold what the reports tell
 * @param calibration the same as that of one product: the waiting is the estimate
 */
public record Portfolio(int products, long omitted, List<Threshold> thresholds, Calibration calibration) {

    /** So many requests can prove "95 % within": 0.95<sup>59</sup> &lt; 0.05. */
    private static final long ENOUGH = 59;

    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final double SECONDS_A_DAY = Duration.ofDays(1).toSeconds();

    /** Copies the list. */
    public Portfolio {
        thresholds = List.copyOf(thresholds);
        Objects.requireNonNull(calibration, "calibration");
    }

    /**
     * A threshold.
     *
     * @param threshold the threshold
     * @param endpoints how many endpoints have a p95 beyond it
     * @param products how many products have at least one
     * @param least at least how long users waited beyond it, on a day
     * @param most at most how long
     */
    public record Threshold(Duration threshold, long endpoints, long products, Duration least, Duration most) {

        /** Refuses null. */
        public Threshold {
            Objects.requireNonNull(threshold, "threshold");
            Objects.requireNonNull(least, "least");
            Objects.requireNonNull(most, "most");
        }
    }

    /** Counts and estimates. */
    public static Portfolio of(List<StoredReport> reports) {
        List<StoredEndpoint> endpoints = reports.stream()
                .flatMap(report -> report.endpoints().stream())
                .filter(Portfolio::counts)
                .toList();
        int thin = (int) reports.stream()
                .flatMap(report -> report.endpoints().stream())
                .filter(endpoint -> hasLatency(endpoint) && !counts(endpoint))
                .count();
        Duration inForce = inForce(endpoints);
        List<Threshold> thresholds = new ArrayList<>();
        List<Rung> rungs = new ArrayList<>();
        for (Duration threshold : Ladder.around(inForce)) {
            StoredWaiting waiting = reports.stream()
                    .map(report -> waiting(report, threshold))
                    .reduce(new StoredWaiting(0, 0, 0), StoredWaiting::plus);
            long beyond = endpoints.stream()
                    .filter(endpoint -> beyond(endpoint, threshold))
                    .count();
            thresholds.add(new Threshold(
                    threshold,
                    beyond,
                    reports.stream()
                            .filter(report -> report.endpoints().stream()
                                    .filter(Portfolio::counts)
                                    .anyMatch(endpoint -> beyond(endpoint, threshold)))
                            .count(),
                    duration(waiting.least()),
                    duration(waiting.most())));
            rungs.add(new Rung(
                    threshold, endpoints.size() - (int) beyond, (int) beyond, thin, duration(waiting.seconds())));
        }
        long requests = endpoints.stream().mapToLong(StoredEndpoint::requests).sum();
        return new Portfolio(
                reports.size(),
                reports.stream().mapToLong(StoredReport::omitted).sum(),
                thresholds,
                new Calibration(inForce, endpoints.size(), requests, rungs, Suggestion.of(inForce, rungs)));
    }

    /** The threshold that most endpoints are held to. */
    private static Duration inForce(List<StoredEndpoint> endpoints) {
        Map<Duration, Long> held = endpoints.stream()
                .flatMap(endpoint -> endpoint.slis().stream())
                .filter(sli -> sli.sli() instanceof LatencySli)
                .map(sli -> ((LatencySli) sli.sli()).threshold())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return held.entrySet().stream()
                .max(Map.Entry.<Duration, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(USUAL);
    }

    private static StoredWaiting waiting(StoredReport report, Duration threshold) {
        double perDay = SECONDS_A_DAY / (report.observed().toNanos() / 1e9);
        return report.endpoints().stream()
                .filter(Portfolio::counts)
                .map(endpoint -> StoredWaiting.beyond(threshold, endpoint))
                .reduce(new StoredWaiting(0, 0, 0), StoredWaiting::plus)
                .times(perDay);
    }

    private static boolean beyond(StoredEndpoint endpoint, Duration threshold) {
        return endpoint.percentile95()
                .filter(p95 -> p95.compareTo(threshold) > 0)
                .isPresent();
    }

    private static boolean counts(StoredEndpoint endpoint) {
        return endpoint.requests() >= ENOUGH && hasLatency(endpoint);
    }

    private static boolean hasLatency(StoredEndpoint endpoint) {
        return endpoint.latencySummary().isPresent()
                && endpoint.slis().stream().anyMatch(sli -> sli.sli() instanceof LatencySli);
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
