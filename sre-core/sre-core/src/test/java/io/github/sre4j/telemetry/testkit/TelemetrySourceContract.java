package io.github.sre4j.telemetry.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.TelemetrySource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every telemetry source must do, whatever it reads. Extend it, make a source that has seen the given requests, and the inherited tests
 * hold it to the contract.
 */
public abstract class TelemetrySourceContract {

    private static final Instant FROM = Instant.parse("2026-11-15T00:00:00Z");
    private static final Window WINDOW = new Window(FROM, FROM.plus(Duration.ofDays(7)));
    private static final Duration THRESHOLD = Duration.ofMillis(500);
    private static final MeasurementPlan PLAN = new MeasurementPlan(
            WINDOW,
            List.of(
                    new PlannedClass("interactive", List.of(new EndpointPattern("WebTransaction/**")), THRESHOLD),
                    new PlannedClass("background", List.of(new EndpointPattern("OtherTransaction/**")), null)));

    /** A source that has seen exactly these requests. */
    protected abstract TelemetrySource sourceOf(List<Request> requests) throws Exception;

    /** How far percentiles of this source may be off, as a fraction. */
    protected double percentileError() {
        return 0.001;
    }

    /** How far excess time may be off: zero for a source that computes exactly. */
    protected Duration excessError() {
        return Duration.ZERO;
    }

    @Test
    public void counts_requests_slow_ones_and_errors_exactly() throws Exception {
        List<Request> requests = randomRequests(3_000, 1);
        Measurements measured = measure(requests);
        List<String> names =
                requests.stream().map(Request::endpoint).distinct().sorted().toList();
        assertThat(measured.endpoints()).extracting(e -> e.name().value()).containsExactlyElementsOf(names);
        for (EndpointMeasurement endpoint : measured.endpoints()) {
            List<Request> own = of(requests, endpoint.name().value());
            assertThat(endpoint.whole()).isEqualTo(counts(own, endpoint.name().value()));
            assertThat(endpoint.firstHalf())
                    .isEqualTo(counts(before(own), endpoint.name().value()));
            assertThat(endpoint.traffic())
                    .isGreaterThanOrEqualTo(endpoint.whole().requests());
        }
        assertThat(measured.source().events()).isEqualTo(requests.size());
    }

    @Test
    public void a_request_of_exactly_the_threshold_is_not_slow() throws Exception {
        Measurements measured = measure(List.of(
                web("a", FROM, THRESHOLD),
                web("a", FROM, THRESHOLD.plusNanos(1_000)),
                web("a", FROM, THRESHOLD.minusNanos(1_000))));
        assertThat(only(measured).whole()).isEqualTo(new Counts(3, 1, 0));
        assertThat(only(measured).excess().minus(Duration.ofNanos(1_000)).abs()).isLessThanOrEqualTo(excessError());
    }

    @Test
    public void the_window_includes_its_begin_and_excludes_its_end() throws Exception {
        Measurements measured = measure(List.of(
                web("a", WINDOW.from().minusMillis(1), Duration.ofMillis(1)),
                web("a", WINDOW.from(), Duration.ofMillis(1)),
                web("a", WINDOW.middle().minusMillis(1), Duration.ofMillis(1)),
                web("a", WINDOW.middle(), Duration.ofMillis(1)),
                web("a", WINDOW.to().minusMillis(1), Duration.ofMillis(1)),
                web("a", WINDOW.to(), Duration.ofMillis(1))));
        assertThat(only(measured).firstHalf().requests()).isEqualTo(2);
        assertThat(only(measured).secondHalf().requests()).isEqualTo(2);
    }

    @Test
    public void excess_time_and_percentiles_agree_with_a_plain_calculation() throws Exception {
        List<Request> requests = randomRequests(5_000, 2);
        for (EndpointMeasurement endpoint : measure(requests).endpoints()) {
            List<Duration> durations = of(requests, endpoint.name().value()).stream()
                    .map(Request::duration)
                    .sorted()
                    .toList();
            boolean judged = endpoint.name().value().startsWith("Web");
            Duration excess = durations.stream()
                    .map(d -> judged && d.compareTo(THRESHOLD) > 0 ? d.minus(THRESHOLD) : Duration.ZERO)
                    .reduce(Duration.ZERO, Duration::plus);
            assertThat(endpoint.excess().minus(excess).abs()).isLessThanOrEqualTo(excessError());
            LatencySummary latency = endpoint.latencySummary().orElseThrow();
            percentile(latency.p50(), durations, 50);
            percentile(latency.p90(), durations, 90);
            percentile(latency.p95(), durations, 95);
            percentile(latency.p99(), durations, 99);
            assertThat(latency.relativeError()).isLessThanOrEqualTo(percentileError());
        }
    }

    @Test
    public void names_survive_whatever_characters_they_are_made_of() throws Exception {
        List<String> names = List.of(
                "WebTransaction/SpringController/owners/{ownerId} (GET)",
                "WebTransaction/x'; DROP--",
                "WebTransaction/back\\slash\"quote",
                "WebTransaction/日本語/{番号} (GET)",
                "WebTransaction/% LIKE _ * ?",
                "WebTransaction/emoji \uD83D\uDE80",
                "WebTransaction/$$SpringCGLIB$$0#`");
        List<Request> requests = names.stream()
                .map(name -> new Request(name, FROM, Duration.ofMillis(3), false))
                .toList();
        assertThat(measure(requests).endpoints())
                .extracting(e -> e.name().value())
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    public void no_requests_are_an_empty_answer_not_an_error() throws Exception {
        Measurements measured = measure(List.of());
        assertThat(measured.requests()).isZero();
        assertThat(measured.source().events()).isZero();
    }

    @Test
    public void unsampled_requests_are_not_called_sampled() throws Exception {
        assertThat(measure(randomRequests(500, 3)).source().sampling()).isNotInstanceOf(Sampling.Sampled.class);
    }

    @Test
    public void hours_add_up_to_the_whole_where_the_source_knows_them() throws Exception {
        for (EndpointMeasurement endpoint : measure(randomRequests(2_000, 4)).endpoints()) {
            Optional<Counts> sum =
                    endpoint.hours().stream().map(hour -> hour.counts()).reduce(Counts::plus);
            sum.ifPresent(counts -> assertThat(counts).isEqualTo(endpoint.whole()));
            assertThat(endpoint.hours()).isSortedAccordingTo(Comparator.comparing(hour -> hour.start()));
        }
    }

    private Measurements measure(List<Request> requests) throws Exception {
        return sourceOf(requests).measure(PLAN, ProgressListener.NONE);
    }

    private static EndpointMeasurement only(Measurements measured) {
        assertThat(measured.endpoints()).hasSize(1);
        return measured.endpoints().get(0);
    }

    private void percentile(Duration actual, List<Duration> sorted, int percentile) {
        int rank = (percentile * sorted.size() + 99) / 100;
        double expected = sorted.get(Math.max(1, rank) - 1).toNanos();
        assertThat((double) actual.toNanos()).isCloseTo(expected, within(expected * percentileError() + 1));
    }

    private static Counts counts(List<Request> requests, String name) {
        boolean judged = name.startsWith("Web");
        return new Counts(
                requests.size(),
                requests.stream()
                        .filter(r -> judged && r.duration().compareTo(THRESHOLD) > 0)
                        .count(),
                requests.stream().filter(Request::error).count());
    }

    private static List<Request> of(List<Request> requests, String name) {
        return requests.stream().filter(r -> r.endpoint().equals(name)).toList();
    }

    private static List<Request> before(List<Request> requests) {
        return requests.stream().filter(r -> r.at().isBefore(WINDOW.middle())).toList();
    }

    private static Request web(String name, Instant at, Duration duration) {
        return new Request("WebTransaction/" + name, at, duration, false);
    }

    private static List<Request> randomRequests(int count, long seed) {
        Random random = new Random(seed);
        List<Request> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = random.nextInt(4) == 0
                    ? "OtherTransaction/Java/Job/run"
                    : "WebTransaction/SpringController/e" + random.nextInt(5) + " (GET)";
            long micros = (long) (Math.exp(random.nextGaussian() * 1.5) * 100_000);
            requests.add(new Request(
                    name,
                    FROM.plusMillis(
                            (long) (random.nextDouble() * Duration.ofDays(7).toMillis())),
                    Duration.ofNanos(micros * 1_000),
                    random.nextInt(20) == 0));
        }
        return requests;
    }
}
