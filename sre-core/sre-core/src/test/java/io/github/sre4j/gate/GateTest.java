package io.github.sre4j.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Measured;
import io.github.sre4j.gate.GateReason.Kind;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GateTest {

    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));
    private static final EndpointMeasurement MET = Measured.evenly("WebTransaction/Uri/met", 10_000, 0, 0);
    private static final EndpointMeasurement MISSED = Measured.evenly("WebTransaction/Uri/slow", 10_000, 2_000, 0);

    @Test
    void a_miss_fails_under_enforce_and_passes_under_observe_which_says_what_enforce_would_do() {
        GateDecision enforced = decide(Enforcement.ENFORCE, OnNoData.FAIL, source(20_000, 0, 0), MET, MISSED);
        assertThat(enforced.passed()).isFalse();
        assertThat(enforced.outcome()).isEqualTo(CheckOutcome.MISSED);
        GateDecision observed = decide(Enforcement.OBSERVE, OnNoData.FAIL, source(20_000, 0, 0), MET, MISSED);
        assertThat(observed.passed()).isTrue();
        assertThat(observed.outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(observed.wouldPassEnforced()).isFalse();
        assertThat(observed.reasons().get(0)).isEqualTo(GateReason.of(Kind.MISSED_OBSERVED, 1, 2));
    }

    @Test
    void nothing_missed_passes() {
        assertThat(decide(Enforcement.ENFORCE, OnNoData.FAIL, source(10_000, 0, 0), MET)
                        .passed())
                .isTrue();
    }

    @Test
    void no_event_at_all_fails_unless_a_warning_is_asked_for() {
        GateDecision failed = decide(Enforcement.OBSERVE, OnNoData.FAIL, source(0, 0, 0));
        assertThat(failed.passed()).isFalse();
        assertThat(failed.outcome()).isEqualTo(CheckOutcome.NO_TELEMETRY);
        assertThat(failed.reasons().get(0).kind()).isEqualTo(Kind.NO_EVENTS);
        GateDecision warned = decide(Enforcement.ENFORCE, OnNoData.WARN, source(0, 0, 0));
        assertThat(warned.passed()).isTrue();
        assertThat(warned.outcome()).isEqualTo(CheckOutcome.NO_TELEMETRY);
    }

    @Test
    void a_window_without_events_says_where_the_events_are() {
        GateDecision decision = decide(Enforcement.OBSERVE, OnNoData.FAIL, source(0, 500, 0));
        assertThat(decision.reasons().get(0).kind()).isEqualTo(Kind.ALL_OUTSIDE_WINDOW);
        assertThat(decision.passed()).isFalse();
    }

    @Test
    void events_of_nothing_the_standard_judges_do_not_pass() {
        GateDecision decision = decide(
                Enforcement.OBSERVE,
                OnNoData.FAIL,
                source(900, 0, 0),
                Measured.evenly("WebTransaction/StatusCode/404", 900, 0, 0));
        assertThat(decision.passed()).isFalse();
        assertThat(decision.reasons().get(0)).isEqualTo(GateReason.of(Kind.NOTHING_JUDGED, 900L, 1));
    }

    @Test
    void more_unusable_lines_than_usable_ones_are_unreadable_telemetry() {
        GateDecision decision = decide(Enforcement.OBSERVE, OnNoData.WARN, source(10, 0, 11), MET);
        assertThat(decision.passed()).isFalse();
        assertThat(decision.outcome()).isEqualTo(CheckOutcome.TELEMETRY_UNREADABLE);
    }

    @Test
    void a_few_unusable_lines_are_said_beside_the_verdict() {
        GateDecision decision = decide(Enforcement.ENFORCE, OnNoData.FAIL, source(10_000, 0, 3), MET);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.reasons())
                .contains(GateReason.of(Kind.REJECTED, 3L, "Transaction.ndjson:7", Message.plain("no name")));
    }

    @Test
    void a_class_that_matches_no_endpoint_is_said_unless_it_is_one_that_is_built_in() {
        EndpointClass misspelt = new EndpointClass(
                "uploads",
                List.of(new EndpointPattern("WebTransactoin/**/upload")),
                List.of(new ErrorSli(new Objective(new BigDecimal("0.99")))));
        List<EndpointClass> classes = new ArrayList<>(List.of(misspelt));
        classes.addAll(DefaultStandard.get().classes());
        Standard standard = new Standard("acme", "1", Duration.ofDays(7), 0.99, Enforcement.ENFORCE, classes);
        Assessment assessment =
                new Assessor(standard, List.of(), LocalDate.parse("2026-11-22")).assess(WINDOW, List.of(MET));
        GateDecision decision = new Gate(Enforcement.ENFORCE, OnNoData.FAIL).decide(source(10_000, 0, 0), assessment);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.reasons())
                .filteredOn(reason -> reason.kind() == Kind.CLASS_UNUSED)
                .containsExactly(GateReason.of(Kind.CLASS_UNUSED, 1, "uploads (WebTransactoin/**/upload)"));
    }

    private static GateDecision decide(
            Enforcement enforcement, OnNoData onNoData, SourceReport source, EndpointMeasurement... measured) {
        Assessment assessment = new Assessor(DefaultStandard.get(), List.of(), LocalDate.parse("2026-11-22"))
                .assess(WINDOW, List.of(measured));
        return new Gate(enforcement, onNoData).decide(source, assessment);
    }

    private static SourceReport source(long events, long outside, long rejected) {
        return new SourceReport(
                "event-files",
                Message.plain("event files in x"),
                events,
                outside,
                events + outside == 0 ? null : WINDOW,
                rejected == 0
                        ? Rejections.NONE
                        : new Rejections(
                                rejected, List.of(new Rejection("Transaction.ndjson", 7, Message.plain("no name")))),
                new Sampling.Unknown(),
                List.of());
    }
}
