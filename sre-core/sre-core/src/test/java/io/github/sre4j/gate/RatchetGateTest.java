package io.github.sre4j.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Measured;
import io.github.sre4j.assess.stats.FisherExact;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.Misses;
import io.github.sre4j.gate.GateReason.Kind;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatchetGateTest {

    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));
    private static final String SLOW = "WebTransaction/Uri/slow";
    private static final EndpointMeasurement MET = Measured.evenly("WebTransaction/Uri/met", 10_000, 0, 0);

    @Test
    void without_a_baseline_it_passes_and_says_what_to_write() {
        GateDecision decision = decide(null, slow(2_000), MET);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.wouldPassEnforced()).isFalse();
        assertThat(decision.reasons().get(0)).isEqualTo(GateReason.of(Kind.MISSED_NO_BASELINE, 1, 2));
    }

    @Test
    void a_known_miss_passes() {
        GateDecision decision = decide(baseline(2_000), slow(2_000), MET);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(decision.reasons().get(0)).isEqualTo(GateReason.of(Kind.MISSED_KNOWN, 1, 2));
    }

    @Test
    void a_new_miss_fails() {
        GateDecision decision = decide(baseline(), slow(2_000), MET);
        assertThat(decision.passed()).isFalse();
        assertThat(decision.outcome()).isEqualTo(CheckOutcome.MISSED);
        assertThat(decision.reasons().get(0)).isEqualTo(GateReason.of(Kind.MISSED_WORSE, 1L, 0L, "/slow"));
    }

    @Test
    void a_known_miss_that_is_significantly_worse_fails_and_one_within_luck_does_not() {
        assertThat(decide(baseline(2_000), slow(2_300), MET).reasons().get(0))
                .isEqualTo(GateReason.of(Kind.MISSED_WORSE, 0L, 1L, "/slow"));
        assertThat(decide(baseline(2_000), slow(2_060), MET).passed()).isTrue();
    }

    @Test
    void names_entries_of_the_baseline_that_were_edited_by_hand() {
        Baseline known = baseline(6_000);
        Baseline edited = new Baseline("default", "1", known.misses(), List.of(), known.misses());
        assertThat(decide(edited, slow(2_000), MET).reasons())
                .contains(GateReason.of(Kind.BASELINE_EDITED, 1, "/slow"));
        assertThat(decide(known, slow(2_000), MET).reasons())
                .extracting(GateReason::kind)
                .doesNotContain(Kind.BASELINE_EDITED);
    }

    @Test
    void a_known_miss_whose_bad_requests_come_in_bursts_is_not_worse_by_one_burst_more() {
        // Every sixth hour 45 slow requests of 60: 1,260 in all. Were they independent, they would be worse than 1,100.
        assertThat(FisherExact.worsePValue(10_000, 1_100, 10_080, 1_260)).isLessThan(0.001);
        assertThat(decide(baseline(1_100), bursts(6), MET).passed()).isTrue();
        assertThat(decide(baseline(100), bursts(6), MET).passed()).isFalse();
    }

    private static EndpointMeasurement bursts(int every) {
        List<HourCounts> hours = new ArrayList<>();
        Counts first = Counts.NONE;
        Counts second = Counts.NONE;
        for (int hour = 0; hour < 7 * 24; hour++) {
            Counts counts = new Counts(60, hour % every == 0 ? 45 : 0, 0);
            hours.add(new HourCounts(WINDOW.from().plus(Duration.ofHours(hour)), counts));
            first = hour < 84 ? first.plus(counts) : first;
            second = hour < 84 ? second : second.plus(counts);
        }
        return new EndpointMeasurement(
                new EndpointName(SLOW), first.plus(second), first, second, hours, Duration.ofHours(2), 10_080, null);
    }

    @Test
    void a_known_miss_with_an_incident_in_one_half_is_not_worse() {
        EndpointMeasurement incident = Measured.endpoint(
                SLOW, new Counts(5_000, 990, 0), new Counts(5_000, 2_500, 0), Duration.ofSeconds(900));
        assertThat(decide(baseline(2_000), incident, MET).passed()).isTrue();
    }

    @Test
    void an_entry_whose_endpoint_is_met_or_gone_is_named() {
        assertThat(decide(baseline(2_000), Measured.evenly(SLOW, 10_000, 0, 0), MET)
                        .reasons())
                .contains(GateReason.of(Kind.BASELINE_MET, 1, SLOW));
        assertThat(decide(baseline(2_000), MET).reasons()).contains(GateReason.of(Kind.BASELINE_GONE, 1, SLOW));
    }

    @Test
    void another_version_of_the_standard_does_not_turn_thirty_products_red_and_is_said() {
        Baseline old = new Baseline("default", "0", List.of());
        GateDecision decision = decide(old, slow(2_000), MET);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.reasons()).contains(GateReason.of(Kind.BASELINE_OTHER_STANDARD, "default 0"));
    }

    @Test
    void an_override_lets_a_miss_pass_in_capital_letters_and_opens_nothing_else() {
        Gate gate = new Gate(Enforcement.ENFORCE, OnNoData.FAIL, "carries the fix of SHOP-12");
        GateDecision decision = gate.decide(source(), assess(slow(2_000)), null);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.outcome()).isEqualTo(CheckOutcome.MISSED);
        assertThat(decision.overriddenBecause()).contains("carries the fix of SHOP-12");
        assertThat(decision.reasons()).contains(GateReason.of(Kind.MISSED_FAILS, 1, 1));
        assertThat(gate.decide(source(), assess(MET), null).overriddenBecause()).isEmpty();
        assertThat(gate.decide(source(), assess(), null).passed()).isFalse();
        assertThatThrownBy(() -> new Gate(Enforcement.ENFORCE, OnNoData.FAIL, "because"))
                .hasMessage("an override needs a reason of at least 10 characters; the report shows it");
    }

    private static EndpointMeasurement slow(long slow) {
        return Measured.evenly(SLOW, 10_000, slow, 0);
    }

    private static Baseline baseline(long... slow) {
        return new Baseline(
                "default", "1", slow.length == 0 ? List.of() : List.of(Misses.latency(SLOW, slow[0], 10_000)));
    }

    private static GateDecision decide(@Nullable Baseline baseline, EndpointMeasurement... measured) {
        return new Gate(Enforcement.RATCHET, OnNoData.FAIL).decide(source(), assess(measured), baseline);
    }

    private static Assessment assess(EndpointMeasurement... measured) {
        return new Assessor(DefaultStandard.get(), List.of(), LocalDate.parse("2026-11-22"))
                .assess(WINDOW, List.of(measured));
    }

    private static SourceReport source() {
        return new SourceReport(
                "event-files",
                Message.plain("event files in x"),
                20_000,
                0,
                WINDOW,
                Rejections.NONE,
                new Sampling.Unknown(),
                List.of());
    }
}
