package io.github.sre4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.report.ReportBuilder;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.text.Texts;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyReportsTest {

    private static final int DAYS = 7;

    @TempDir
    private Path folder;

    /** Durations of random products, of which the reports keep five numbers each: what really was waited lies within the bounds. */
    @Test
    void what_users_really_waited_lies_within_the_bounds_and_near_the_estimate() throws Exception {
        Random random = new Random(6);
        double off = 0;
        int compared = 0;
        for (int round = 0; round < 25; round++) {
            List<List<long[]>> products = List.of(product(random), product(random), product(random));
            Portfolio portfolio = Portfolio.of(reports(products));
            for (int i = 0; i < portfolio.thresholds().size(); i++) {
                Portfolio.Threshold each = portfolio.thresholds().get(i);
                double waited = waited(products, each.threshold().toMillis());
                assertThat(waited).isBetween(millis(each.least()) - 1.0, millis(each.most()) + 1.0);
                double estimate = millis(portfolio.calibration().rungs().get(i).excess());
                assertThat(estimate).isBetween(millis(each.least()) - 1.0, millis(each.most()) + 1.0);
                if (each.threshold().equals(Duration.ofSeconds(1))) {
                    assertThat(estimate).isCloseTo(waited, org.assertj.core.api.Assertions.within(2.0));
                }
                if (waited > 0) {
                    off += Math.abs(estimate / waited - 1);
                    compared++;
                }
            }
        }
        assertThat(off / compared).isLessThan(0.5);
    }

    @Test
    void many_reports_are_a_table_a_curve_and_a_suggestion_together() throws Exception {
        Random random = new Random(8);
        Portfolio portfolio = Portfolio.of(reports(List.of(product(random), product(random))));
        List<String> lines = new CalibrationText(Texts.of("en")).lines(portfolio);
        assertThat(lines.get(0)).isEqualTo("2 reports with 8 endpoints that are checked for latency.");
        assertThat(lines.get(1))
                .contains("threshold", "endpoints with p95 above it", "excess wait per day, about", "bounds");
        assertThat(lines)
                .filteredOn(line -> line.endsWith("◀"))
                .singleElement()
                .asString()
                .contains("1 s");
        assertThat(lines.get(lines.size() - 2)).containsAnyOf("Suggested", "Keep");
        for (String language : List.of("en", "ja")) {
            assertThat(new CalibrationChart(Texts.of(language)).page(portfolio))
                    .contains("<svg", "polyline", "<th scope=\"col\">")
                    .doesNotContain("NaN", "http:");
        }
    }

    @Test
    void endpoints_with_too_few_requests_are_counted_and_left_out() throws Exception {
        Portfolio portfolio = Portfolio.of(reports(List.of(List.of(new long[] {5_000, 5_000}))));
        assertThat(portfolio.calibration().endpoints()).isZero();
        assertThat(portfolio.calibration().suggestion().kind()).isEqualTo(Suggestion.Kind.TOO_LITTLE_TRAFFIC);
        assertThat(new CalibrationChart(Texts.of("en")).page(portfolio)).doesNotContain("NaN");
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static double waited(List<List<long[]>> products, long threshold) {
        return products.stream()
                        .flatMap(List::stream)
                        .flatMapToLong(Arrays::stream)
                        .map(each -> Math.max(0, each - threshold))
                        .sum()
                / (double) DAYS;
    }

    private static List<long[]> product(Random random) {
        List<long[]> endpoints = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            double median = 50 + random.nextInt(1_500);
            endpoints.add(random.doubles(100L * (1 + random.nextInt(20)))
                    .mapToLong(ignored -> Math.round(median * Math.exp(0.7 * random.nextGaussian())))
                    .toArray());
        }
        return endpoints;
    }

    /** By way of the file, as they come. */
    private List<StoredReport> reports(List<List<long[]>> products) throws Exception {
        List<StoredReport> reports = new ArrayList<>();
        for (List<long[]> product : products) {
            ReportBuilder builder = new ReportBuilder();
            for (int i = 0; i < product.size(); i++) {
                builder.measured(measured("WebTransaction/SpringController/e" + i + " (GET)", product.get(i)));
            }
            Path file = folder.resolve("sre-report.json");
            try (OutputStream out = Files.newOutputStream(file)) {
                JsonReport.write(builder.build(), out);
            }
            reports.add(JsonReport.read(file));
        }
        return reports;
    }

    private static EndpointMeasurement measured(String name, long[] durations) {
        long[] sorted = durations.clone();
        Arrays.sort(sorted);
        Counts all = new Counts(
                sorted.length,
                Arrays.stream(sorted).filter(each -> each > 1_000).count(),
                0);
        return new EndpointMeasurement(
                new EndpointName(name),
                all,
                all,
                Counts.NONE,
                List.of(),
                Duration.ofMillis(Arrays.stream(sorted)
                        .map(each -> Math.max(0, each - 1_000))
                        .sum()),
                sorted.length,
                new LatencySummary(
                        rank(sorted, 0.5),
                        rank(sorted, 0.9),
                        rank(sorted, 0.95),
                        rank(sorted, 0.99),
                        rank(sorted, 1),
                        0));
    }

    private static Duration rank(long[] sorted, double share) {
        return Duration.ofMillis(sorted[(int) Math.ceil(share * sorted.length - 1e-9) - 1]);
    }
}
