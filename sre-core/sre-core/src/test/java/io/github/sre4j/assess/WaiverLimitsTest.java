package io.github.sre4j.assess;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.gate.Gate;
import io.github.sre4j.gate.GateReason;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.TrafficLimits;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waivers exempt what they name, up to a share of the traffic that the standard sets. */
class WaiverLimitsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));
    private static final SourceReport SOURCE = new SourceReport(
            "event-files",
            Message.plain("events"),
            10_000,
            0,
            null,
            Rejections.NONE,
            new Sampling.Unknown(),
            List.of());

    @Test
    void refuses_waivers_of_more_traffic_than_the_standard_allows() {
        Assessment assessment = assess(List.of(waiver("**/a (GET)"), waiver("**/b (GET)")), shares(15, 30, 55));
        assertThat(assessment.waivers()).extracting(WaiverUse::refused).containsExactly(false, true);
        assertThat(assessment.waivers().get(1).share()).isEqualTo(0.45);
        assertThat(assessment.goal().waived()).isEqualTo(1);
        assertThat(assessment.goal().missed()).isEqualTo(2);
        assertThat(new Gate(Enforcement.ENFORCE, OnNoData.FAIL)
                        .decide(SOURCE, assessment)
                        .reasons())
                .extracting(GateReason::kind)
                .contains(GateReason.Kind.WAIVERS_REFUSED);
    }

    @Test
    void never_reports_that_none_violates_where_all_are_waived() {
        List<EndpointMeasurement> tiny = List.of(bad("a", 1_000));
        Assessment all = new Assessor(
                        DefaultStandard.get().withLimits(new TrafficLimits(null, 1)),
                        List.of(waiver("**/a (GET)")),
                        TODAY)
                .assess(WINDOW, tiny);
        assertThat(new Gate(Enforcement.ENFORCE, OnNoData.FAIL)
                        .decide(SOURCE, all)
                        .reasons()
                        .get(0)
                        .kind())
                .isEqualTo(GateReason.Kind.ALL_WAIVED);
    }

    @Test
    void reports_a_large_waived_share_where_the_standard_sets_no_limit() {
        Assessment assessment = new Assessor(DefaultStandard.get(), List.of(waiver("**/c (GET)")), TODAY)
                .assess(WINDOW, shares(15, 30, 55));
        assertThat(assessment.goal().waived()).isEqualTo(1);
        assertThat(new Gate(Enforcement.OBSERVE, OnNoData.FAIL)
                        .decide(SOURCE, assessment)
                        .reasons())
                .contains(GateReason.of(GateReason.Kind.WAIVED_SHARE, 5_500L, 10_000L, 0.55, "GET /c"));
    }

    @Test
    void applies_a_waiver_by_the_label() {
        Assessment assessment = assess(List.of(waiver("GET /a")), shares(10, 40, 50));
        assertThat(assessment.endpoints(Verdict.WAIVED))
                .extracting(result -> result.endpoint().label())
                .containsExactly("GET /a");
    }

    @Test
    void names_the_nearest_endpoints_of_a_pattern_without_match() {
        Assessment assessment = assess(List.of(waiver("GET /ab")), shares(10, 40, 50));
        assertThat(assessment.waivers().get(0).endpoints()).isZero();
        assertThat(assessment.waivers().get(0).nearest()).startsWith("GET /a").contains("GET /b");
    }

    private static Assessment assess(List<Waiver> waivers, List<EndpointMeasurement> endpoints) {
        return new Assessor(DefaultStandard.get().withLimits(new TrafficLimits(null, 0.2)), waivers, TODAY)
                .assess(WINDOW, endpoints);
    }

    private static List<EndpointMeasurement> shares(int... percent) {
        List<EndpointMeasurement> endpoints = new ArrayList<>();
        for (int i = 0; i < percent.length; i++) {
            endpoints.add(bad(String.valueOf((char) ('a' + i)), percent[i] * 100));
        }
        return endpoints;
    }

    private static EndpointMeasurement bad(String path, int requests) {
        return Measured.evenly("WebTransaction/SpringController/" + path + " (GET)", requests, 0, requests / 2);
    }

    private static Waiver waiver(String pattern) {
        return new Waiver(new EndpointPattern(pattern), null, "rewritten in spring", "team-orders", TODAY.plusDays(30));
    }
}
