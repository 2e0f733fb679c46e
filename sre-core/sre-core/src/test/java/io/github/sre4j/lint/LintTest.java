package io.github.sre4j.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Measured;
import io.github.sre4j.assess.Verdict;
import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.baseline.Misses;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.baseline.file.BaselineFile;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LintTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Window WEEK = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));

    private final Lint lint = new Lint(TODAY, Texts.of("en"));

    @Test
    void every_mistake_of_every_file_is_named_at_its_place() {
        standard("""
                version: 1
                name: acme
                classes:
                  - name: web
                    match: "WebTransaction/**"
                    latency: {wihtin: 1s, for: 95%}
                """);
        product("""
                service: shop
                stricter:
                  - class: web
                    errors: {below: 100%}
                waivers:
                  - endpoint: "**"
                """);
        lint.baseline("sre-baseline.json", "[]");
        assertThat(lines())
                .containsExactly(
                        "sre-baseline.json:1:1: error: expected a list that begins with a string; restore the file from version control, or remove it and run mvn sre:baseline [baseline-invalid]",
                        "sre.yaml:4:21: error: stricter[0].errors.below: '100%' is not verifiable; the share of errors must be above 0% and below 100% [config-invalid]",
                        "sre.yaml:6:5: error: waivers[0].owner: missing; give the owner [config-invalid]",
                        "sre.yaml:6:5: error: waivers[0].reason: missing; give the reason; reports show it [config-invalid]",
                        "sre.yaml:6:5: error: waivers[0].until: missing; give its last day, such as 'until: 2027-03-31', at most one year ahead [config-invalid]",
                        "standard.yaml:6:15: error: classes[0].latency.wihtin: unknown key; did you mean 'within'? allowed here: within, for [config-invalid]");
        assertThat(lint.effective()).isEmpty();
    }

    @Test
    void classes_and_patterns_that_are_never_reached_are_named_with_what_hides_them() {
        standard("""
                version: 1
                name: acme
                extends: default
                classes:
                  - name: api
                    match: ["**/api/**"]
                    errors: {below: 1%}
                  - name: slow-api
                    match: WebTransaction/*/api/reports/**
                    errors: {below: 5%}
                  - name: web
                    match:
                      - WebTransaction/**
                      - WebTransaction/Action/**
                    errors: {below: 1%}
                  - name: rest
                    match: "**"
                    errors: {below: 1%}
                """);
        product("""
                moves:
                  - {endpoint: "WebTransaction/a**", class: rest, reason: old}
                  - {endpoint: "WebTransaction/ab/*", class: web, reason: old}
                """);
        assertThat(lines())
                .containsExactly(
                        "sre.yaml:3:16: warning: the class override of 'WebTransaction/ab/*' is redundant: the earlier 'WebTransaction/a**' matches the same endpoints [move-shadowed]",
                        "standard.yaml:3:10: note: class 'background' of the extended standard is unreachable: the earlier '**' matches all of its endpoints [inherited-class-shadowed]",
                        "standard.yaml:3:10: note: class 'interactive' of the extended standard is unreachable: the earlier '**' matches all of its endpoints [inherited-class-shadowed]",
                        "standard.yaml:3:10: note: class 'page-load' of the extended standard is unreachable: the earlier '**' matches all of its endpoints [inherited-class-shadowed]",
                        "standard.yaml:3:10: note: class 'page-response' of the extended standard is unreachable: the earlier '**' matches all of its endpoints [inherited-class-shadowed]",
                        "standard.yaml:3:10: note: class 'page-stability' of the extended standard is unreachable: the earlier '**' matches all of its endpoints [inherited-class-shadowed]",
                        "standard.yaml:9:12: warning: class 'slow-api' is unreachable: the earlier '**/api/**' matches all of its endpoints [class-shadowed]",
                        "standard.yaml:14:9: warning: pattern 'WebTransaction/Action/**' of class 'web' is redundant: the earlier 'WebTransaction/**' matches the same endpoints [pattern-shadowed]");
    }

    @Test
    void waivers_are_named_two_weeks_before_they_end_and_after() {
        product("""
                waivers:
                  - {endpoint: a, reason: rewritten in spring, owner: team, until: 2026-11-21}
                  - {endpoint: b, reason: rewritten in spring, owner: team, until: 2026-11-22}
                  - {endpoint: c, reason: rewritten in spring, owner: team, until: 2026-12-06}
                  - {endpoint: d, reason: rewritten in spring, owner: team, until: 2026-12-07}
                """);
        assertThat(lines())
                .containsExactly(
                        "sre.yaml:2:68: warning: the waiver of 'a' expired yesterday (2026-11-21); owner: team [waiver-expired]",
                        "sre.yaml:3:68: warning: the waiver of 'b' expires today (2026-11-22); owner: team [waiver-ends-soon]",
                        "sre.yaml:4:68: warning: the waiver of 'c' expires in 14 days (2026-12-06); owner: team [waiver-ends-soon]");
    }

    @Test
    void units_that_nobody_means_are_named() {
        standard("""
                version: 1
                name: acme
                window: 6h
                classes:
                  - name: web
                    match: "WebTransaction/**"
                    latency: {within: 1500s, for: 95%}
                  - name: rest
                    match: "**"
                    latency: {within: 59s, for: 95%}
                """);
        product("""
                stricter:
                  - class: web
                    latency: {within: 1ms, for: 95%}
                  - class: rest
                    latency: {within: 5ms, for: 95%}
                """);
        lint.readsNewRelic(Duration.ofDays(9));
        assertThat(lines())
                .containsExactly(
                        "sre.yaml:3:23: warning: class 'web': threshold 1 ms is shorter than a typical network round trip; check the unit (ms or s) [threshold-short]",
                        "standard.yaml:3:9: warning: the window of 6 h is shorter than a day and covers only the hours before the build [window-short]",
                        "standard.yaml:7:23: warning: class 'web': threshold 25 min is unusually long; check the unit (ms or s) [threshold-long]",
                        "note: the window of 9 d exceeds the 8 days of one-minute data in New Relic; older data may be missing or coarser [window-beyond-minutes]");
    }

    @Test
    void a_window_of_eight_days_is_not_too_long() {
        lint.readsNewRelic(Duration.ofDays(8));
        assertThat(lines()).isEmpty();
    }

    @Test
    void a_target_that_no_endpoint_can_prove_is_named_with_what_could_be_proven() {
        standard("""
                version: 1
                name: acme
                classes:
                  - name: pay
                    match: "**/pay/**"
                    errors: {below: 0.001%}
                  - name: rest
                    match: "**"
                    latency: {within: 1s, for: 95%}
                  - name: never
                    match: "OtherTransaction/**"
                    errors: {below: 1%}
                """);
        assertThat(lines(
                        Measured.evenly("WebTransaction/Uri/pay/card", 3_000, 0, 0),
                        Measured.evenly("WebTransaction/Uri/pay/bank", 20, 0, 0),
                        Measured.evenly("WebTransaction/Uri/a", 59, 0, 0),
                        Measured.evenly("WebTransaction/Uri/b", 58, 0, 0),
                        Measured.evenly("WebTransaction/Uri/c", 4, 0, 0),
                        Measured.evenly("WebTransaction/Uri/d", 0, 0, 0),
                        Measured.evenly("WebTransaction/Uri/actuator/health", 7, 0, 0)))
                .containsExactly(
                        "standard.yaml:6:21: warning: class 'pay', errors: none of its 2 endpoints with traffic has enough requests to verify the objective; the busiest is /pay/card: 99.999% of 3,000 requests in 7 d allows 0.03 bad requests (zero tolerance); the strictest verifiable objective for this traffic is 99.9%; 99.99% requires a window of 70 days, 99.999% a window of 700 days [target-unprovable]",
                        "standard.yaml:9:32: note: class 'rest', latency: 2 of 3 endpoints do not have enough traffic to verify the objective; a typical one is /b: 95% of 58 requests in 7 d allows 2.9 bad requests, too few for a statistical test; the strictest verifiable objective for this traffic is 90%; 95% requires a window of 8 days [target-unprovable-for-some]",
                        "standard.yaml:11:12: warning: class 'never' is unreachable: the earlier '**' matches all of its endpoints [class-shadowed]",
                        "standard.yaml:11:12: note: class 'never' matches no endpoint with traffic [class-unmatched]");
    }

    @Test
    void traffic_that_proves_nothing_is_told_what_it_takes() {
        assertThat(lines(Measured.evenly("WebTransaction/Uri/a", 2, 0, 0)))
                .filteredOn(line -> line.contains("latency:"))
                .containsExactly(
                        "warning: class 'interactive', latency: the only endpoint with traffic does not have enough requests to verify the objective; the busiest is /a: 95% of 2 requests in 7 d allows 0.1 bad requests (zero tolerance); no objective is verifiable with this traffic; 95% requires a window of 207 days [target-unprovable]");
    }

    /** What the lint calls provable must be what the assessment calls met. */
    @ParameterizedTest
    @ValueSource(strings = {"0.5", "0.9", "0.95", "0.99", "0.995", "0.999", "0.9999"})
    void as_many_good_requests_as_are_needed_meet_the_target_and_one_less_does_not(String target) {
        Objective objective = Objective.of(target);
        Standard standard = new Standard(
                "s",
                "1",
                Duration.ofDays(7),
                0.99,
                Enforcement.RATCHET,
                List.of(new EndpointClass(
                        "all", List.of(new EndpointPattern("**")), List.of(new ErrorSli(objective)))));
        long needed = TargetVerifiability.needed(objective);
        assertThat(List.of(needed, needed - 1))
                .extracting(requests -> new Assessor(standard, List.of(), TODAY)
                        .assess(WEEK, List.of(Measured.evenly("a", requests, 0, 0)))
                        .endpoints()
                        .get(0)
                        .verdict())
                .containsExactly(Verdict.MET, Verdict.UNDECIDED);
    }

    @Test
    void waivers_and_moves_that_match_nothing_are_named() {
        product("""
                moves:
                  - {endpoint: "WebTransaction/Uri/old", class: background, reason: old}
                  - {endpoint: "WebTransaction/Uri/new", class: background, reason: new}
                waivers:
                  - {endpoint: "WebTransaction/Uri/gone", reason: rewritten in spring, owner: team, until: 2027-03-01}
                  - {endpoint: "WebTransaction/Uri/n*", reason: rewritten in spring, owner: team, until: 2027-03-01}
                """);
        assertThat(lines(
                        Measured.evenly("WebTransaction/Uri/new", 1_000, 0, 0),
                        Measured.evenly("WebTransaction/Uri/x", 1_000, 0, 0)))
                .containsExactly(
                        "sre.yaml:2:16: warning: the class override of 'WebTransaction/Uri/old' matches no endpoint [move-unmatched]",
                        "sre.yaml:5:16: warning: the waiver of 'WebTransaction/Uri/gone' matches no endpoint [waiver-unmatched]");
    }

    @Test
    void entries_of_the_baseline_that_no_longer_fit_are_named_at_their_lines() {
        lint.baseline(
                "sre-baseline.json",
                BaselineFile.text(new Baseline(
                        "acme",
                        "3",
                        List.of(
                                Misses.latency("OtherTransaction/job", 100, 1_000),
                                Misses.latency("WebTransaction/Uri/gone", 100, 1_000),
                                Misses.latency("WebTransaction/Uri/good", 100, 1_000),
                                Misses.latency("WebTransaction/Uri/missed", 100, 1_000)))));
        assertThat(lines(
                        Measured.evenly("OtherTransaction/job", 1_000, 0, 0),
                        Measured.evenly("WebTransaction/Uri/good", 1_000, 0, 0),
                        Measured.evenly("WebTransaction/Uri/missed", 1_000, 200, 0)))
                .containsExactly(
                        "sre-baseline.json:2:1: warning: the baseline was measured against 'acme' 3, but the standard is 'default' 1 [baseline-other-standard]",
                        "sre-baseline.json:3:1: warning: OtherTransaction/job, latency: measured against a target that the standard no longer contains [baseline-entry-outdated]",
                        "sre-baseline.json:4:1: note: /gone, latency: no traffic in the window; the entry has no effect [baseline-entry-stale]",
                        "sre-baseline.json:5:1: note: /good, latency: resolved for the whole window; the entry has no effect [baseline-entry-stale]");
    }

    @Test
    void a_fix_in_flight_whose_time_is_over_is_named_at_its_line() {
        PendingFix over = new PendingFix(
                new EndpointName("WebTransaction/Uri/slow"),
                Misses.LATENCY,
                new Tally(1_000, 100),
                "0123456789abcdef",
                TODAY.minusDays(15),
                TODAY.minusDays(1),
                1);
        PendingFix holding = new PendingFix(
                new EndpointName("WebTransaction/Uri/other"),
                Misses.LATENCY,
                new Tally(1_000, 100),
                "0123456789abcdef",
                TODAY.minusDays(14),
                TODAY,
                1);
        lint.baseline(
                "sre-baseline.json",
                BaselineFile.text(new Baseline("default", "1", List.of(), List.of(over, holding))));
        assertThat(lines(Measured.evenly("WebTransaction/Uri/slow", 1_000, 0, 0)))
                .containsExactly(
                        "sre-baseline.json:4:1: warning: /slow, latency: the pending fix expired on 2026-11-21; the entry has no effect [baseline-fix-over]");
    }

    @Test
    void what_was_not_looked_at_is_said() {
        product("service: shop\n");
        assertThat(lint.report(null).summary(Texts.of("en")))
                .containsExactly(
                        "no problems found in sre.yaml",
                        "Rules skipped without traffic data: class-unmatched, move-unmatched, waiver-unmatched, waiver-too-broad, target-unprovable, target-unprovable-for-some, baseline-entry-stale");
        assertThat(report(Measured.evenly("WebTransaction/Uri/a", 0, 0, 0)).summary(Texts.of("en")))
                .hasSize(2)
                .last(InstanceOfAssertFactories.STRING)
                .startsWith("Rules skipped because the window has no requests: class-unmatched,");
        assertThat(report(Measured.evenly("WebTransaction/Uri/a", 1_000, 0, 0)).summary(Texts.of("en")))
                .containsExactly("no problems found in sre.yaml");
    }

    @Test
    void text_of_telemetry_and_files_cannot_move_the_cursor() {
        product(
                "waivers:\n  - {endpoint: \"a\\e[2Jb\", reason: rewritten in spring, owner: \"t\\u202eeam\", until: 2026-11-23}\n");
        assertThat(lines()).hasSize(1).allSatisfy(line -> assertThat(line).contains("'a\uFFFD[2Jb'", "t\uFFFDeam"));
    }

    @Test
    void every_finding_has_its_japanese_sentence() {
        Lint japanese = new Lint(TODAY, Texts.of("ja"));
        japanese.product(
                "sre.yaml",
                "waivers:\n  - {endpoint: a, reason: rewritten in spring, owner: team, until: 2026-11-23}\n"
                        .getBytes(StandardCharsets.UTF_8));
        LintReport report = japanese.report(null);
        assertThat(report.findings().get(0).line())
                .isEqualTo("sre.yaml:2:68: warning: 「a」の免除は明日期限切れになります（2026年11月23日）。責任者：team" + " [waiver-ends-soon]");
        assertThat(report.summary(Texts.of("ja")).get(0)).isEqualTo("エラー 0 件、警告 1 件、注記 0 件（対象: sre.yaml）");
    }

    private void standard(String yaml) {
        lint.standard("standard.yaml", yaml.getBytes(StandardCharsets.UTF_8), name -> {
            throw new IllegalArgumentException("there is no standard '" + name + "'");
        });
    }

    private void product(String yaml) {
        lint.product("sre.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> lines() {
        return lint.report(null).findings().stream().map(Finding::line).toList();
    }

    private List<String> lines(EndpointMeasurement... endpoints) {
        return report(endpoints).findings().stream().map(Finding::line).toList();
    }

    private LintReport report(EndpointMeasurement... endpoints) {
        SourceReport source = new SourceReport(
                "test", Message.plain("test"), 1, 0, null, Rejections.NONE, new Sampling.Complete(), List.of());
        return lint.report(new Traffic(WEEK, new Measurements(source, List.of(endpoints))));
    }
}
