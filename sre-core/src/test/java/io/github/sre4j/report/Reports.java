package io.github.sre4j.report;

import io.github.sre4j.assess.Assessment;
import io.github.sre4j.assess.Assessor;
import io.github.sre4j.assess.Measured;
import io.github.sre4j.gate.Gate;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Waiver;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.Rejections;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.SourceReport;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reports of every kind, for tests. */
final class Reports {

    static final Instant NOW = Instant.parse("2026-11-22T06:30:00Z");
    private static final Window WINDOW = Window.endingAt(Instant.parse("2026-11-22T00:00:00Z"), Duration.ofDays(7));

    private Reports() {}

    static Map<String, ServiceLevelReport> all() {
        Map<String, ServiceLevelReport> reports = new LinkedHashMap<>();
        reports.put("all-met", allMet());
        reports.put("missed", missed(Enforcement.OBSERVE));
        reports.put("missed-enforced", missed(Enforcement.ENFORCE));
        reports.put(
                "no-telemetry",
                report(Enforcement.OBSERVE, List.of(), List.of(), Rejections.NONE, new Sampling.Unknown()));
        reports.put("hostile", hostile());
        reports.put("many", many());
        return reports;
    }

    static ServiceLevelReport allMet() {
        return report(
                Enforcement.ENFORCE,
                List.of(
                        Measured.evenly(spring("orders (GET)"), 40_000, 40, 10),
                        Measured.evenly(spring("orders (POST)"), 9_000, 9, 2)),
                List.of(),
                Rejections.NONE,
                new Sampling.Complete());
    }

    static ServiceLevelReport missed(Enforcement enforcement) {
        return report(
                enforcement,
                List.of(
                        Measured.evenly(spring("vets (GET)"), 4_520, 412, 3),
                        Measured.evenly(spring("owners/{ownerId} (GET)"), 2_698, 20, 148),
                        Measured.endpoint(
                                spring("search (GET)"),
                                new Counts(900, 10, 1),
                                new Counts(900, 190, 2),
                                Duration.ofSeconds(340)),
                        Measured.evenly(spring("owners/new (POST)"), 120, 1, 0),
                        Measured.evenly(spring("export (GET)"), 700, 600, 0),
                        Measured.evenly(spring("legacy (GET)"), 5_000, 2, 0),
                        Measured.evenly("OtherTransaction/Java/com.acme.Nightly/run", 0, 0, 0),
                        Measured.evenly("WebTransaction/SpringController/OperationHandler/handle", 9_000, 0, 0),
                        Measured.evenly("WebTransaction/StatusCode/404", 30, 0, 0)),
                List.of(
                        waiver(spring("export (GET)"), null, "2026-12-01"),
                        waiver(spring("legacy (GET)"), SliKind.LATENCY, "2026-11-20"),
                        waiver(spring("gone (GET)"), null, "2027-02-01")),
                new Rejections(
                        12,
                        List.of(new Rejection("Transaction.ndjson", 7, "there is no duration, or it is not a number"))),
                new Sampling.Sampled(0.14));
    }

    static ServiceLevelReport hostile() {
        List<EndpointMeasurement> measured = new ArrayList<>();
        for (String name : List.of(
                "WebTransaction/Uri/</script><script>alert(1)</script>",
                "WebTransaction/Uri/a|b `code` **bold** [link](http://evil.example) @team #1",
                "WebTransaction/Uri/\u001B[31mred\u001B[0m\nfake: [INFO] BUILD SUCCESS\r\u0007",
                "WebTransaction/Uri/right\u202Etfel www.evil.example",
                "WebTransaction/Uri/" + "long".repeat(1_000),
                "WebTransaction/Uri/日本語/\uD83D\uDE80\uD800",
                "WebTransaction/Uri/<!--]]>&amp;\u0000")) {
            measured.add(Measured.evenly(name, 5_000, 2_000, 0));
        }
        return report(Enforcement.ENFORCE, measured, List.of(), Rejections.NONE, new Sampling.Unknown());
    }

    static ServiceLevelReport many() {
        List<EndpointMeasurement> measured = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            measured.add(Measured.evenly(
                    spring("resource" + i + "/{id}/part (GET)"), 2_000 + i, i % 6 == 0 ? 500 + i : 5, i % 7));
        }
        return report(Enforcement.ENFORCE, measured, List.of(), Rejections.NONE, new Sampling.Complete());
    }

    private static ServiceLevelReport report(
            Enforcement enforcement,
            List<EndpointMeasurement> measured,
            List<Waiver> waivers,
            Rejections rejections,
            Sampling sampling) {
        Assessment assessment = new Assessor(DefaultStandard.get(), waivers, LocalDate.ofInstant(NOW, ZoneOffset.UTC))
                .assess(WINDOW, measured);
        SourceReport source = new SourceReport(
                "event-files",
                "event files in build/events",
                measured.stream().mapToLong(e -> e.whole().requests()).sum(),
                0,
                measured.isEmpty() ? null : WINDOW,
                rejections,
                sampling,
                List.of());
        return new ServiceLevelReport(
                new Service("petclinic", null),
                NOW,
                source,
                assessment,
                new Gate(enforcement, OnNoData.FAIL).decide(source, assessment));
    }

    private static Waiver waiver(String endpoint, SliKind kind, String until) {
        return new Waiver(
                new EndpointPattern(endpoint), kind, "three operators a month", "team-orders", LocalDate.parse(until));
    }

    private static String spring(String rest) {
        return "WebTransaction/SpringController/" + rest;
    }
}
