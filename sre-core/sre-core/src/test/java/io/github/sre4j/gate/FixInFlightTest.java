package io.github.sre4j.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Measured;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.Misses;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.fix.Change;
import io.github.sre4j.fix.ChangeDetection;
import io.github.sre4j.fix.ChangeDetection.Unseen;
import io.github.sre4j.fix.FixDecision;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.fix.LineRange;
import io.github.sre4j.fix.Sources;
import io.github.sre4j.gate.GateReason.Kind;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FixInFlightTest {

    private static final String ORDERS = "WebTransaction/SpringController/orders (GET)";
    private static final String STOCK = "WebTransaction/SpringController/stock (GET)";
    private static final String CONTROLLER = "src/main/java/com/acme/OrderController.java";
    private static final String ENTITY = "src/main/java/com/acme/Order.java";
    private static final String COMMIT = "a1b2c3d4e5f6";
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Sources SOURCES = new Sources()
            .handler(ORDERS, CONTROLLER, 10, 20)
            .handler(ORDERS, CONTROLLER, 80, 90, 0.5)
            .hint(ORDERS, ENTITY, 30, 31)
            .handler(STOCK, "src/main/java/com/acme/StockController.java", 10, 20);
    private static final EndpointMeasurement SLOW_ORDERS = Measured.evenly(ORDERS, 10_000, 1_500, 0);
    private static final EndpointMeasurement SLOW_STOCK = Measured.evenly(STOCK, 10_000, 1_500, 0);

    @Test
    void a_build_that_touches_the_handler_of_what_it_misses_passes() {
        GateDecision decision = decide(book(List.of(), branch(CONTROLLER, 12)), SLOW_ORDERS);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(decision.wouldPassEnforced()).isTrue();
        assertThat(decision.reasons().get(0)).isEqualTo(GateReason.of(Kind.FIX_COVERS, 1L, "GET /orders"));
        assertThat(decision.reasons())
                .contains(GateReason.of(
                        Kind.FIX_CARRIED,
                        "GET /orders",
                        "a1b2c3d4e5",
                        "OrderController.java:10",
                        LocalDate.parse("2026-12-06"),
                        1));
    }

    @Test
    void so_does_one_that_touches_what_the_handler_reaches_and_is_known_to_cost_time() {
        assertThat(decide(book(List.of(), branch(ENTITY, 31)), SLOW_ORDERS).passed())
                .isTrue();
    }

    @Test
    void one_that_touches_other_lines_other_files_or_a_less_likely_handler_does_not() {
        for (ChangeDetection change : List.of(
                branch(CONTROLLER, 9),
                branch(CONTROLLER, 21),
                branch(CONTROLLER, 85),
                branch("OrderController.java", 12))) {
            assertThat(decide(book(List.of(), change), SLOW_ORDERS).passed()).isFalse();
        }
    }

    @Test
    void the_pass_covers_that_endpoint_only() {
        GateDecision decision = decide(book(List.of(), branch(CONTROLLER, 12)), SLOW_ORDERS, SLOW_STOCK);
        assertThat(decision.passed()).isFalse();
        assertThat(decision.reasons().get(0)).isEqualTo(GateReason.of(Kind.MISSED_WORSE, 1L, 0L, "GET /stock"));
        assertThat(decision.fixes().uses()).hasSize(1);
    }

    @Test
    void beside_a_known_miss_it_would_not_pass_enforced() {
        Baseline known = new Baseline("default", "1", List.of(Misses.latency(STOCK, 1_500, 10_000)));
        GateDecision decision =
                decide(book(List.of(), branch(CONTROLLER, 12)), known, List.of(), SLOW_ORDERS, SLOW_STOCK);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.wouldPassEnforced()).isFalse();
    }

    @Test
    void under_enforce_every_miss_needs_its_fix() {
        Gate enforce = new Gate(Enforcement.ENFORCE, OnNoData.FAIL);
        FixReviewer book = book(List.of(), branch(CONTROLLER, 12));
        assertThat(enforce.decide(source(), assess(NOW, SLOW_ORDERS), null, book, List.of())
                        .passed())
                .isTrue();
        assertThat(enforce.decide(source(), assess(NOW, SLOW_ORDERS, SLOW_STOCK), null, book, List.of())
                        .passed())
                .isFalse();
    }

    @Test
    void nobody_looks_at_version_control_or_sources_while_no_miss_fails_the_build() {
        FixReviewer book = new FixReviewer(
                List.of(), FixInFlightTest::unexpected, FixInFlightTest::unexpected, 14, FixInFlightTest::never, TODAY);
        Baseline known = new Baseline("default", "1", List.of(Misses.latency(ORDERS, 1_500, 10_000)));
        assertThat(decide(book, known, List.of(), SLOW_ORDERS).passed()).isTrue();
        assertThat(decide(book, Measured.evenly(ORDERS, 10_000, 0, 0)).passed()).isTrue();
    }

    @Test
    void why_a_change_cannot_be_seen_is_one_sentence_and_opens_nothing() {
        for (Unseen why : Unseen.values()) {
            GateDecision decision = decide(book(List.of(), ChangeDetection.none(why, "fatal: x")), SLOW_ORDERS);
            assertThat(decision.passed()).isFalse();
            assertThat(decision.reasons()).hasSize(2);
            assertThat(decision.reasons().get(1).kind().room()).isPresent();
        }
    }

    @Test
    void an_endpoint_whose_code_was_not_found_is_named() {
        FixReviewer book = new FixReviewer(
                List.of(), () -> branch(CONTROLLER, 12), () -> SourceIndex.NONE, 14, FixInFlightTest::never, TODAY);
        GateDecision decision = decide(book, SLOW_ORDERS);
        assertThat(decision.passed()).isFalse();
        assertThat(decision.reasons()).contains(GateReason.of(Kind.FIX_PLACELESS, 1, "GET /orders"));
    }

    @Test
    void what_was_written_down_passes_until_its_last_day() {
        PendingFix fix = recorded(TODAY.minusDays(14), TODAY);
        GateDecision decision = decide(book(List.of(fix), branch("other", 1)), SLOW_ORDERS);
        assertThat(decision.passed()).isTrue();
        assertThat(decision.reasons())
                .contains(GateReason.of(Kind.FIX_DEPLOYMENT_UNKNOWN, "GET /orders", COMMIT.substring(0, 10), TODAY, 1));
        PendingFix late = recorded(TODAY.minusDays(15), TODAY.minusDays(1));
        GateDecision after = decide(book(List.of(late), branch("other", 1)), SLOW_ORDERS);
        assertThat(after.passed()).isFalse();
        assertThat(after.fixes().uses().get(0).state()).isEqualTo(FixDecision.State.OVERDUE);
    }

    @Test
    void it_ends_sooner_if_enough_traffic_since_the_deployment_shows_no_change() {
        PendingFix fix = recorded(TODAY.minusDays(3), TODAY.plusDays(11));
        Instant deployed = NOW.minus(Duration.ofDays(2));
        FixReviewer book = new FixReviewer(
                List.of(fix), () -> branch("other", 1), () -> SOURCES, 14, any -> Optional.of(deployed), TODAY);
        assertThat(book.sinceDeployment(NOW)).contains(new Window(deployed, NOW));
        GateDecision nothing = decide(book, none(), List.of(Measured.evenly(ORDERS, 3_000, 440, 0)), SLOW_ORDERS);
        assertThat(nothing.passed()).isFalse();
        FixDecision use = nothing.fixes().uses().get(0);
        assertThat(use.state()).isEqualTo(FixDecision.State.WITHOUT_EFFECT);
        assertThat(use.fix().holdsOn(TODAY)).isFalse();
        GateDecision helps = decide(book, none(), List.of(Measured.evenly(ORDERS, 3_000, 60, 0)), SLOW_ORDERS);
        assertThat(helps.reasons().get(1).kind()).isEqualTo(Kind.FIX_HELPS);
        assertThat(helps.passed()).isTrue();
        GateDecision soon = decide(book, none(), List.of(Measured.evenly(ORDERS, 12, 2, 0)), SLOW_ORDERS);
        assertThat(soon.reasons().get(1).kind()).isEqualTo(Kind.FIX_TOO_LITTLE_TRAFFIC);
        assertThat(soon.passed()).isTrue();
    }

    @Test
    void a_deployment_before_the_fix_was_written_down_says_nothing_of_it() {
        FixReviewer book = new FixReviewer(
                List.of(recorded(TODAY.minusDays(3), TODAY.plusDays(11))),
                () -> branch("other", 1),
                () -> SOURCES,
                14,
                fix -> Optional.of(NOW.minus(Duration.ofDays(5))),
                TODAY);
        assertThat(book.sinceDeployment(NOW)).isEmpty();
        assertThat(decide(book, SLOW_ORDERS).passed()).isTrue();
    }

    @Test
    void a_miss_that_gets_worse_does_not_hide_behind_its_fix() {
        FixReviewer book = book(List.of(recorded(TODAY.minusDays(3), TODAY.plusDays(11))), branch("other", 1));
        GateDecision decision = decide(book, Measured.evenly(ORDERS, 10_000, 2_200, 0));
        assertThat(decision.passed()).isFalse();
        assertThat(decision.reasons())
                .contains(GateReason.of(
                        Kind.FIX_GOT_WORSE, "GET /orders", COMMIT.substring(0, 10), TODAY.plusDays(11), 1));
    }

    @Test
    void on_the_default_branch_a_change_that_did_not_help_does_not_begin_again_by_itself_but_a_younger_one_does() {
        PendingFix late = recorded(TODAY.minusDays(3), TODAY.minusDays(1));
        assertThat(decide(book(List.of(late), merged(CONTROLLER, 12, NOW.minus(Duration.ofDays(3)))), SLOW_ORDERS)
                        .passed())
                .isFalse();
        GateDecision younger =
                decide(book(List.of(late), merged(CONTROLLER, 12, NOW.minus(Duration.ofDays(2)))), SLOW_ORDERS);
        assertThat(younger.passed()).isTrue();
        assertThat(younger.fixes().uses().get(0).fix().attempt()).isEqualTo(2);
    }

    @Test
    void only_what_the_default_branch_carries_is_kept_and_what_is_met_needs_no_fix() {
        PendingFix other = new PendingFix(
                new EndpointName(STOCK), Misses.LATENCY, new Tally(100, 20), COMMIT, TODAY, TODAY.plusDays(3), 1);
        FixReviewer book = book(List.of(other), merged(CONTROLLER, 12, NOW.minus(Duration.ofDays(3))));
        GateDecision decision = decide(book, SLOW_ORDERS);
        assertThat(book.kept(decision.fixes(), assess(NOW, SLOW_ORDERS)))
                .extracting(fix -> fix.endpoint().value())
                .containsExactly(ORDERS, STOCK);
        assertThat(book.kept(decision.fixes(), assess(NOW, SLOW_ORDERS, Measured.evenly(STOCK, 10_000, 0, 0))))
                .extracting(fix -> fix.endpoint().value())
                .containsExactly(ORDERS);
        FixReviewer branch = book(List.of(), branch(CONTROLLER, 12));
        assertThat(branch.kept(decide(branch, SLOW_ORDERS).fixes(), assess(NOW, SLOW_ORDERS)))
                .isEmpty();
    }

    @Test
    void a_branch_does_not_make_forget_that_a_fix_of_the_default_branch_is_over() {
        PendingFix late = recorded(TODAY.minusDays(20), TODAY.minusDays(6));
        FixReviewer branch = book(List.of(late), branch(CONTROLLER, 12));
        GateDecision decision = decide(branch, SLOW_ORDERS);
        assertThat(decision.passed()).isTrue();
        assertThat(branch.kept(decision.fixes(), assess(NOW, SLOW_ORDERS))).containsExactly(late);
    }

    @Test
    void no_pass_is_eternal() {
        assertThatThrownBy(() -> recorded(TODAY, TODAY.plusDays(91)))
                .hasMessage("the fix of '" + ORDERS + "' is pending for more than 90 days");
        assertThatThrownBy(() -> new FixReviewer(
                        List.of(), () -> branch("x", 1), () -> SOURCES, 91, FixInFlightTest::never, TODAY))
                .hasMessage("a fix may be pending for 1 to 90 days, not 91");
        assertThat(recorded(TODAY.plusDays(2), TODAY.plusDays(80)).holdsOn(TODAY))
                .isFalse();
    }

    private record Day(
            int number,
            long slowFirstHalf,
            long slowSecondHalf,
            @Nullable ChangeDetection change) {}

    /**
     * Two weeks on the default branch, a check every day or so. An endpoint gets slow; its fix is merged on the seventh day and deployed the day after. The
     * first one does nothing; the second one, merged on day 12, does.
     */
    @Test
    void a_fix_that_does_not_work_and_one_that_does_are_a_table() {
        Instant first = Instant.parse("2026-11-02T00:00:00Z");
        List<Day> days = List.of(
                new Day(6, 750, 750, null),
                new Day(7, 750, 750, at(first, 7, 12)),
                new Day(8, 750, 750, at(first, 8, 12)),
                new Day(9, 750, 750, at(first, 9, 12)),
                new Day(10, 750, 750, at(first, 10, 12)),
                new Day(12, 750, 750, at(first, 12, 15)),
                new Day(13, 750, 400, at(first, 13, 15)),
                new Day(16, 750, 60, at(first, 16, 15)),
                new Day(20, 60, 60, null));
        List<PendingFix> kept = List.of();
        StringBuilder table = new StringBuilder();
        for (Day day : days) {
            Instant now = first.plus(Duration.ofDays(day.number()));
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
            Instant deployed = day.number() > 12
                    ? first.plus(Duration.ofDays(13))
                    : day.number() > 7 ? first.plus(Duration.ofDays(8)) : null;
            FixReviewer book = new FixReviewer(
                    kept,
                    () -> day.change() == null ? merged("other", 1, now) : day.change(),
                    () -> SOURCES,
                    14,
                    fix -> Optional.ofNullable(deployed),
                    today);
            EndpointMeasurement measured = Measured.endpoint(
                    ORDERS,
                    new Counts(5_000, day.slowFirstHalf(), 0),
                    new Counts(5_000, day.slowSecondHalf(), 0),
                    Duration.ofSeconds(day.slowFirstHalf()));
            long sinceDays =
                    deployed == null ? 0 : Duration.between(deployed, now).toDays();
            List<EndpointMeasurement> since = book.sinceDeployment(now).isEmpty()
                    ? List.of()
                    : List.of(Measured.evenly(ORDERS, 300 * sinceDays, (day.number() > 12 ? 6 : 45) * sinceDays, 0));
            GateDecision decision = decide(book, none(), since, now, measured);
            kept = book.kept(decision.fixes(), assess(now, measured));
            table.append("day ")
                    .append(day.number())
                    .append(decision.passed() ? "  passes  " : "  fails   ")
                    .append(decision.fixes().uses().stream()
                            .map(use -> use.state().id() + " " + use.effect() + ", attempt "
                                    + use.fix().attempt() + ", until "
                                    + use.fix().until())
                            .reduce((a, b) -> a + "; " + b)
                            .orElse("no fix"))
                    .append('\n');
        }
        assertThat(table.toString()).isEqualTo("""
                        day 6  fails   no fix
                        day 7  passes  carried DEPLOYMENT_UNKNOWN, attempt 1, until 2026-11-23
                        day 8  passes  in-flight TOO_LITTLE_TRAFFIC, attempt 1, until 2026-11-23
                        day 9  fails   without-effect CHANGES_NOTHING, attempt 1, until 2026-11-10
                        day 10  fails   overdue DEPLOYMENT_UNKNOWN, attempt 1, until 2026-11-10
                        day 12  passes  carried DEPLOYMENT_UNKNOWN, attempt 2, until 2026-11-28
                        day 13  passes  in-flight TOO_LITTLE_TRAFFIC, attempt 2, until 2026-11-28
                        day 16  passes  no fix
                        day 20  passes  no fix
                        """);
    }

    private static ChangeDetection at(Instant first, int day, int line) {
        return merged(CONTROLLER, line, first.plus(Duration.ofDays(day)).minus(Duration.ofHours(84)));
    }

    private static Optional<Instant> never(PendingFix fix) {
        return Optional.empty();
    }

    private static <T> T unexpected() {
        throw new AssertionError("nobody needs this");
    }

    private static ChangeDetection branch(String file, int line) {
        return ChangeDetection.at(new Change(COMMIT, false, NOW, Map.of(file, List.of(new LineRange(line, line)))));
    }

    private static ChangeDetection merged(String file, int line, Instant from) {
        return ChangeDetection.at(new Change(COMMIT, true, from, Map.of(file, List.of(new LineRange(line, line)))));
    }

    private static PendingFix recorded(LocalDate since, LocalDate until) {
        return new PendingFix(
                new EndpointName(ORDERS), Misses.LATENCY, new Tally(10_000, 1_500), COMMIT, since, until, 1);
    }

    private static FixReviewer book(List<PendingFix> recorded, ChangeDetection change) {
        return new FixReviewer(recorded, () -> change, () -> SOURCES, 14, FixInFlightTest::never, TODAY);
    }

    private static Baseline none() {
        return new Baseline("default", "1", List.of());
    }

    private static GateDecision decide(FixReviewer book, EndpointMeasurement... measured) {
        return decide(book, none(), List.of(), measured);
    }

    private static GateDecision decide(
            FixReviewer book, Baseline baseline, List<EndpointMeasurement> since, EndpointMeasurement... measured) {
        return decide(book, baseline, since, NOW, measured);
    }

    private static GateDecision decide(
            FixReviewer book,
            Baseline baseline,
            List<EndpointMeasurement> since,
            Instant now,
            EndpointMeasurement... measured) {
        return new Gate(Enforcement.RATCHET, OnNoData.FAIL)
                .decide(source(), assess(now, measured), baseline, book, since);
    }

    private static Assessment assess(Instant now, EndpointMeasurement... measured) {
        List<EndpointMeasurement> all = new ArrayList<>(List.of(measured));
        all.add(Measured.evenly("WebTransaction/SpringController/home (GET)", 50_000, 10, 0));
        return new Assessor(DefaultStandard.get(), List.of(), LocalDate.ofInstant(now, ZoneOffset.UTC))
                .assess(Window.endingAt(now, Duration.ofDays(7)), all);
    }

    private static SourceReport source() {
        return new SourceReport(
                "event-files",
                Message.plain("event files"),
                60_000,
                0,
                null,
                Rejections.NONE,
                new Sampling.Unknown(),
                List.of());
    }
}
