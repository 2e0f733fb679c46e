package io.github.sre4j.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.LatencySummary;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.Visit;
import io.github.sre4j.telemetry.Visits;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibratorTest {

    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));

    /** Endpoints by their durations in milliseconds, measured exactly against whatever threshold is asked for. */
    private record Durations(List<long[]> endpoints) implements TelemetrySource {

        @Override
        public Message description() {
            return Message.plain("durations");
        }

        @Override
        public Measurements measure(MeasurementPlan plan, ProgressListener progress) {
            List<EndpointMeasurement> measured = new ArrayList<>();
            for (int i = 0; i < endpoints.size(); i++) {
                EndpointName name = new EndpointName("WebTransaction/SpringController/e" + i + " (GET)");
                long threshold = plan.classOf(name)
                        .orElseThrow()
                        .latencyThreshold()
                        .orElseThrow()
                        .toMillis();
                measured.add(measured(name, endpoints.get(i), threshold));
            }
            long events = endpoints.stream().mapToLong(each -> each.length).sum();
            return new Measurements(
                    new SourceReport(
                            "test",
                            Message.plain("durations"),
                            events,
                            0,
                            WINDOW,
                            Rejections.NONE,
                            new Sampling.Unknown(),
                            List.of()),
                    measured);
        }

        private static EndpointMeasurement measured(EndpointName name, long[] millis, long threshold) {
            int half = millis.length / 2;
            Counts first = counts(Arrays.copyOf(millis, half), threshold);
            Counts second = counts(Arrays.copyOfRange(millis, half, millis.length), threshold);
            long excess = Arrays.stream(millis)
                    .map(each -> Math.max(0, each - threshold))
                    .sum();
            Duration some = Duration.ofMillis(100);
            return new EndpointMeasurement(
                    name,
                    first.plus(second),
                    first,
                    second,
                    List.of(),
                    Duration.ofMillis(excess),
                    millis.length,
                    new LatencySummary(some, some, some, some, some, 0.001));
        }

        private static Counts counts(long[] millis, long threshold) {
            return new Counts(
                    millis.length,
                    Arrays.stream(millis).filter(each -> each > threshold).count(),
                    0);
        }
    }

    @Test
    void a_product_whose_waiting_bends_before_the_threshold_in_force_is_told_the_stricter_one() throws Exception {
        Calibration calibration = run(endpoints(12, 180, 0.6));
        assertThat(calibration.suggestion().kind()).isEqualTo(Suggestion.Kind.STRICTER);
        assertThat(calibration.suggestion().threshold()).isBetween(Duration.ofMillis(200), Duration.ofMillis(700));
        assertThat(calibration.at(Duration.ofSeconds(1)).missed()).isZero();
    }

    @Test
    void a_slow_product_is_not_given_a_slow_threshold() throws Exception {
        Calibration calibration = run(endpoints(12, 2_500, 0.5));
        assertThat(calibration.suggestion())
                .isEqualTo(new Suggestion(Suggestion.Kind.KEEP_WORK_AHEAD, Duration.ofSeconds(1)));
    }

    @Test
    void without_traffic_or_without_waiting_there_is_no_suggestion() throws Exception {
        assertThat(run(List.of(new long[] {5_000, 5_000})).suggestion().kind())
                .isEqualTo(Suggestion.Kind.TOO_LITTLE_TRAFFIC);
        assertThat(run(endpoints(5, 8, 0.1)).suggestion().kind()).isEqualTo(Suggestion.Kind.NOBODY_WAITS);
    }

    @Test
    void a_longer_threshold_never_has_more_waiting_and_the_suggestion_is_never_looser() throws Exception {
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            Calibration calibration =
                    run(endpoints(3 + random.nextInt(20), 20 + random.nextInt(6_000), 0.2 + random.nextDouble()));
            List<Rung> rungs = calibration.rungs();
            for (int i = 1; i < rungs.size(); i++) {
                assertThat(rungs.get(i).excess())
                        .isLessThanOrEqualTo(rungs.get(i - 1).excess());
                assertThat(rungs.get(i).met())
                        .isGreaterThanOrEqualTo(rungs.get(i - 1).met());
            }
            assertThat(calibration.suggestion().threshold()).isLessThanOrEqualTo(calibration.inForce());
        }
    }

    @Test
    void is_a_table_with_the_threshold_in_force_marked_and_the_reasons_below() throws Exception {
        List<String> english = new CalibrationText(Texts.of("en")).lines(run(endpoints(12, 180, 0.6)));
        assertThat(String.join("\n", english) + "\n").isEqualTo("""
                12 endpoints are checked for latency (24,000 requests). Current standard: 1 s.
                  threshold  fail  pass  inconclusive  excess wait  share of all wait
                     100 ms    12     0             0       48 min               100%
                     200 ms    12     0             0       23 min                47%
                     300 ms    12     0             0       11 min                22%
                     500 ms     0     4             8      2.7 min                 6%
                     700 ms     0    12             0         48 s                 2%
                        1 s     0    12             0       9.22 s                 0% ◀
                      1.5 s     0    12             0       1.18 s                 0%
                        2 s     0    12             0          0 s                 0%
                        3 s     0    12             0          0 s                 0%
                        5 s     0    12             0          0 s                 0%
                       10 s     0    12             0          0 s                 0%
                Recommended threshold: 500 ms (knee of the curve). 6% of the wait over 100 ms is beyond it; no endpoint violates it today.
                No browser data: the recommendation does not consider how many users leave.
                """);
    }

    @Test
    void what_browsers_tell_of_leaving_stands_below_with_its_intervals() throws Exception {
        List<Visit> visits = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            long landing = List.of(400, 900, 1_800, 2_600, 4_000).get(i % 5);
            visits.add(new Visit(Duration.ofMillis(landing), i / 5 % 10 < (landing > 2_000 ? 4 : 2) ? 1 : 3));
        }
        BrowserEvidence evidence = BrowserEvidence.of(new Visits(visits, 9_000, 0, false));
        List<String> english = new CalibrationText(Texts.of("en")).lines(run(endpoints(12, 180, 0.6)), evidence);
        assertThat(String.join("\n", english.subList(14, english.size())) + "\n")
                .isEqualTo("""
                     first page  visits  exits  95% interval
                  within 500 ms     800    20%     17% – 23%
                     within 1 s     800    20%     17% – 23%
                   within 1.5 s       0      –             –
                     within 2 s     800    20%     17% – 23%
                     within 3 s     800    40%     37% – 44%
                     within 5 s     800    40%     37% – 44%
                    within 10 s       0      –             –
                      over 10 s       0      –             –
                Browser evidence: the exit rate increases at 2 s. Of visits with a first page of 2 s to 3 s, 40% ended with it; of all faster visits, 20%. Statistically significant (Fisher's exact test, Holm correction, 5%); slow networks may explain both.
                """);
        String page = new CalibrationChart(Texts.of("ja")).page("shop", run(endpoints(12, 180, 0.6)), evidence);
        assertThat(page).contains("読み込み時間別の離脱率", "<rect width=\"20.0\"").doesNotContain("NaN");
        for (BrowserEvidence.Kind kind : BrowserEvidence.Kind.values()) {
            if (kind != BrowserEvidence.Kind.LEAVE_SOONER) {
                BrowserEvidence none = new BrowserEvidence(kind, List.of(), null, null, null, 77, false);
                assertThat(new CalibrationText(Texts.of("en")).lines(run(endpoints(3, 180, 0.6)), none))
                        .last()
                        .asString()
                        .startsWith("No browser");
            }
        }
    }

    @Test
    void the_page_needs_nothing_else_and_shows_no_markup_of_others() throws Exception {
        for (String language : List.of("en", "ja")) {
            String page = new CalibrationChart(Texts.of(language))
                    .page("<script>alert(1)</script>", run(endpoints(12, 180, 0.6)));
            assertThat(page)
                    .contains("<svg", "role=\"img\"", "polyline", "&lt;script&gt;")
                    .doesNotContain("<script", "http:", "https:", "src=", "NaN");
        }
    }

    @Test
    void both_languages_have_the_same_keys() throws IOException {
        assertThat(bundle("messages_ja.properties").stringPropertyNames())
                .isEqualTo(bundle("messages.properties").stringPropertyNames());
    }

    private static Calibration run(List<long[]> endpoints) throws Exception {
        return new Calibrator(new Durations(endpoints), DefaultStandard.get())
                .run(WINDOW, ProgressListener.NONE)
                .orElseThrow();
    }

    /** Log-normal durations, 2,000 of each endpoint. */
    private static List<long[]> endpoints(int count, double median, double sigma) {
        Random random = new Random(count);
        List<long[]> endpoints = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            endpoints.add(random.doubles(2_000)
                    .mapToLong(ignored -> Math.round(median * Math.exp(sigma * random.nextGaussian())))
                    .toArray());
        }
        return endpoints;
    }

    private static Properties bundle(String name) throws IOException {
        Properties bundle = new Properties();
        try (var in = new InputStreamReader(CalibrationText.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            bundle.load(in);
        }
        return bundle;
    }
}
