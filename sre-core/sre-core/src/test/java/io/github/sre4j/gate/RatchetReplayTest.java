package io.github.sre4j.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Measured;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.BaselineUpdate;
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
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Weeks in the life of one endpoint that missed the standard (5% slow allowed) when its team adopted it. The baseline is written in the first
 * week; where a story says so, the team runs {@code sre:baseline} again.
 */
class RatchetReplayTest {

    private static final String NAME = "WebTransaction/SpringController/orders (GET)";
    private static final Instant FIRST = Instant.parse("2026-09-07T00:00:00Z");

    private record Week(long requests, long slowFirstHalf, long slowSecondHalf, boolean baseline) {

        static Week of(long requests, double slow) {
            return new Week(requests, Math.round(requests * slow / 2), Math.round(requests * slow / 2), false);
        }

        Week thenBaseline() {
            return new Week(requests, slowFirstHalf, slowSecondHalf, true);
        }
    }

    @Test
    void slowly_improves() {
        assertThat(replay(List.of(
                        Week.of(10_000, 0.12).thenBaseline(),
                        Week.of(10_000, 0.11),
                        Week.of(10_000, 0.10).thenBaseline(),
                        Week.of(10_000, 0.12),
                        Week.of(10_000, 0.07).thenBaseline(),
                        Week.of(10_000, 0.04).thenBaseline(),
                        Week.of(10_000, 0.04))))
                .isEqualTo("""
                        week 1  12.00% of 10000  passes  missed-no-baseline  baseline +1
                        week 2  11.00% of 10000  passes  missed-known
                        week 3  10.00% of 10000  passes  missed-known  baseline v1
                        week 4  12.00% of 10000  fails   missed-worse
                        week 5   7.00% of 10000  passes  missed-known  baseline v1
                        week 6   4.00% of 10000  passes  nothing-missed baseline-met  baseline -1
                        week 7   4.00% of 10000  passes  nothing-missed
                        """);
    }

    /** Each step is within luck of the one before; compared with the baseline it is not, so drift has an end. */
    @Test
    void slowly_drifts() {
        assertThat(replay(List.of(
                        Week.of(10_000, 0.120).thenBaseline(),
                        Week.of(10_000, 0.124),
                        Week.of(10_000, 0.128).thenBaseline(),
                        Week.of(10_000, 0.132),
                        Week.of(10_000, 0.136).thenBaseline(),
                        Week.of(10_000, 0.140))))
                .isEqualTo("""
                        week 1  12.00% of 10000  passes  missed-no-baseline  baseline +1
                        week 2  12.40% of 10000  passes  missed-known
                        week 3  12.80% of 10000  passes  missed-known  baseline as it was
                        week 4  13.20% of 10000  passes  missed-known
                        week 5  13.60% of 10000  fails   missed-worse  baseline as it was, 1 refused
                        week 6  14.00% of 10000  fails   missed-worse
                        """);
    }

    @Test
    void has_an_incident_of_an_hour() {
        assertThat(replay(List.of(
                        Week.of(10_000, 0.12).thenBaseline(),
                        new Week(10_000, 590, 2_400, false),
                        Week.of(10_000, 0.12))))
                .isEqualTo("""
                        week 1  12.00% of 10000  passes  missed-no-baseline  baseline +1
                        week 2  29.90% of 10000  passes  missed-known
                        week 3  12.00% of 10000  passes  missed-known
                        """);
    }

    @Test
    void loses_its_traffic() {
        assertThat(replay(List.of(
                        Week.of(10_000, 0.12).thenBaseline(),
                        Week.of(100, 0.14),
                        Week.of(20, 0.50),
                        new Week(0, 0, 0, true),
                        Week.of(10_000, 0.12))))
                .isEqualTo("""
                        week 1  12.00% of 10000  passes  missed-no-baseline  baseline +1
                        week 2  14.00% of 100  passes  nothing-missed
                        week 3  50.00% of 20  passes  missed-known
                        week 4   0.00% of 0  passes  nothing-missed baseline-gone  baseline -1
                        week 5  12.00% of 10000  fails   missed-worse
                        """);
    }

    @Test
    void deploys_a_fix_and_then_breaks_it_again() {
        assertThat(replay(List.of(
                        Week.of(10_000, 0.12).thenBaseline(),
                        new Week(10_000, 600, 20, false),
                        Week.of(10_000, 0.01),
                        Week.of(10_000, 0.01).thenBaseline(),
                        Week.of(10_000, 0.10))))
                .isEqualTo("""
                        week 1  12.00% of 10000  passes  missed-no-baseline  baseline +1
                        week 2   6.20% of 10000  passes  nothing-missed
                        week 3   1.00% of 10000  passes  nothing-missed baseline-met
                        week 4   1.00% of 10000  passes  nothing-missed baseline-met  baseline -1
                        week 5  10.00% of 10000  fails   missed-worse
                        """);
    }

    private static String replay(List<Week> weeks) {
        StringBuilder table = new StringBuilder();
        Baseline baseline = null;
        for (int i = 0; i < weeks.size(); i++) {
            Week week = weeks.get(i);
            Instant end = FIRST.plus(Duration.ofDays(7L * (i + 1)));
            LocalDate today = LocalDate.ofInstant(end, ZoneOffset.UTC);
            Assessment assessment = new Assessor(DefaultStandard.get(), List.of(), today)
                    .assess(Window.endingAt(end, Duration.ofDays(7)), measured(week));
            GateDecision decision =
                    new Gate(Enforcement.RATCHET, OnNoData.FAIL).decide(source(week), assessment, baseline);
            table.append(String.format(
                    Locale.ROOT,
                    "week %d  %5.2f%% of %d  %-6s  %s",
                    i + 1,
                    week.requests() == 0
                            ? 0.0
                            : 100.0 * (week.slowFirstHalf() + week.slowSecondHalf()) / week.requests(),
                    week.requests(),
                    decision.passed() ? "passes" : "fails",
                    decision.reasons().stream()
                            .map(reason -> reason.kind().id())
                            .reduce((a, b) -> a + " " + b)
                            .orElseThrow()));
            if (week.baseline()) {
                BaselineUpdate next = BaselineUpdate.of(assessment, baseline, today, null);
                table.append("  baseline ").append(changes(next));
                baseline = next.baseline();
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static String changes(BaselineUpdate next) {
        List<String> changes = new ArrayList<>();
        if (!next.changes()) {
            changes.add("as it was");
        }
        if (!next.added().isEmpty()) {
            changes.add("+" + next.added().size());
        }
        if (!next.lowered().isEmpty()) {
            changes.add("v" + next.lowered().size());
        }
        if (!next.removed().isEmpty()) {
            changes.add("-" + next.removed().size());
        }
        if (!next.refused().isEmpty()) {
            changes.add(next.refused().size() + " refused");
        }
        return String.join(", ", changes);
    }

    /** Another endpoint always has traffic and meets the standard, so that the service has data when this one has none. */
    private static List<EndpointMeasurement> measured(Week week) {
        EndpointMeasurement other = Measured.evenly("WebTransaction/SpringController/home (GET)", 50_000, 0, 0);
        long half = week.requests() / 2;
        return week.requests() == 0
                ? List.of(other)
                : List.of(
                        other,
                        Measured.endpoint(
                                NAME,
                                new Counts(half, Math.min(half, week.slowFirstHalf()), 0),
                                new Counts(week.requests() - half, week.slowSecondHalf(), 0),
                                Duration.ofMillis(700).multipliedBy(week.slowFirstHalf() + week.slowSecondHalf())));
    }

    private static SourceReport source(Week week) {
        return new SourceReport(
                "event-files",
                Message.plain("event files in x"),
                50_000 + week.requests(),
                0,
                null,
                Rejections.NONE,
                new Sampling.Unknown(),
                List.of());
    }
}
