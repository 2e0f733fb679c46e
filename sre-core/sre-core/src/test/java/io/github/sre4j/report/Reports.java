package io.github.sre4j.report;

import io.github.sre4j.assess.Measured;
import io.github.sre4j.baseline.Misses;
import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.fix.Change;
import io.github.sre4j.fix.ChangeDetection;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.fix.LineRange;
import io.github.sre4j.fix.Sources;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.ErrorSli;
import io.github.sre4j.sli.LatencySli;
import io.github.sre4j.sli.Objective;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import io.github.sre4j.standard.EndpointClass;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.SourceReport;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reports of every kind, for tests. */
public final class Reports {

    private Reports() {}

    public static Map<String, ServiceLevelReport> all() {
        Map<String, ServiceLevelReport> reports = new LinkedHashMap<>();
        reports.put("all-met", allMet());
        reports.put("missed", missed(Enforcement.OBSERVE));
        reports.put("missed-enforced", missed(Enforcement.ENFORCE));
        reports.put("incident", incident());
        reports.put("ratchet-holds", ratchet(412, 400));
        reports.put("ratchet-fails", ratchet(700, 700));
        reports.put("ratchet-first", missed(Enforcement.RATCHET));
        reports.put("fix-in-flight", fixInFlight());
        reports.put("overridden", overridden());
        reports.put("with-history", withHistory());
        reports.put("undecided", undecided());
        reports.put(
                "no-telemetry",
                new ReportBuilder().enforcement(Enforcement.OBSERVE).build());
        reports.put(
                "outside-window",
                new ReportBuilder().outsideWindow(50).onNoData(OnNoData.WARN).build());
        reports.put("unreadable", unreadable());
        reports.put("unclassified", unclassified());
        reports.put("hostile", hostile());
        reports.put("many", many());
        return reports;
    }

    public static ServiceLevelReport allMet() {
        return new ReportBuilder()
                .measured(Measured.evenly(spring("orders (GET)"), 40_000, 40, 10))
                .measured(Measured.evenly(spring("orders (POST)"), 9_000, 9, 2))
                .build();
    }

    public static ServiceLevelReport missed(Enforcement enforcement) {
        return new ReportBuilder()
                .enforcement(enforcement)
                .measured(Measured.evenly(spring("vets (GET)"), 4_520, 412, 3))
                .measured(Measured.evenly(spring("owners/{ownerId} (GET)"), 2_698, 20, 148))
                .measured(Measured.evenly(spring("owners/{ownerId}/pets/{petId}/visits/new (POST)"), 5_300, 320, 190))
                .measured(Measured.incident(
                        spring("search (GET)"),
                        new Counts(900, 10, 1),
                        new Counts(900, 190, 2),
                        Duration.ofSeconds(340)))
                .measured(Measured.evenly(spring("owners/new (POST)"), 120, 1, 0))
                .measured(Measured.evenly(spring("export (GET)"), 700, 600, 0))
                .measured(Measured.evenly(spring("legacy (GET)"), 5_000, 2, 0))
                .measured(Measured.evenly("OtherTransaction/Java/com.acme.Nightly/run", 0, 0, 0))
                .measured(Measured.evenly("WebTransaction/SpringController/OperationHandler/handle", 9_000, 0, 0))
                .measured(Measured.evenly("WebTransaction/StatusCode/404", 30, 0, 0))
                .waiver(spring("export (GET)"), null, "three operators a month", "team-orders", "2026-12-01")
                .waiver(spring("legacy (GET)"), SliKind.LATENCY, "to be removed", "team-orders", "2026-11-20")
                .waiver(spring("gone (GET)"), null, "bulk load", "team-orders", "2027-02-01")
                .rejected(12, "Transaction.ndjson", 7, "there is no duration, or it is not a number")
                .sampled(0.14)
                .note("two files hold no application name and were taken to be of this service")
                .note(Message.of(SourceReport.class, "events.other-apps", 1_204L))
                .build();
    }

    /** A product with known misses, one of which no longer misses. */
    private static ServiceLevelReport ratchet(long slowVets, long slowOwners) {
        return new ReportBuilder()
                .baseline(
                        Misses.latency(spring("vets (GET)"), 400, 4_520),
                        Misses.latency(spring("owners (GET)"), 400, 4_000),
                        Misses.errors(spring("orders (GET)"), 900, 9_000),
                        Misses.errors(spring("gone (GET)"), 900, 9_000))
                .measured(Measured.evenly(spring("vets (GET)"), 4_520, slowVets, 3))
                .measured(Measured.evenly(spring("owners (GET)"), 4_000, slowOwners, 0))
                .measured(Measured.evenly(spring("search (GET)"), 5_000, slowVets == 412 ? 0 : 800, 0))
                .measured(Measured.evenly(spring("orders (GET)"), 40_000, 40, 10))
                .build();
    }

    /** One miss whose fix this build carries, one whose fix was in flight too long, and one whose place is not known. */
    private static ServiceLevelReport fixInFlight() {
        LocalDate today = LocalDate.parse("2026-11-22");
        Change change = new Change(
                "a1b2c3d4e5f60718293a4b5c6d7e8f9001122334",
                false,
                ReportBuilder.NOW,
                Map.of("orders/src/main/java/com/acme/VetController.java", List.of(new LineRange(40, 42))));
        PendingFix late = new PendingFix(
                new EndpointName(spring("owners (GET)")),
                Misses.LATENCY,
                new Tally(4_000, 700),
                "0f1e2d3c4b5a69788796a5b4c3d2e1f001122334",
                today.minusDays(20),
                today.minusDays(6),
                2);
        return new ReportBuilder()
                .baseline(Misses.latency(spring("vets (GET)"), 400, 4_520))
                .measured(Measured.evenly(spring("vets (GET)"), 4_520, 700, 3))
                .measured(Measured.evenly(spring("owners (GET)"), 4_000, 700, 0))
                .measured(Measured.evenly(spring("search (GET)"), 5_000, 800, 0))
                .measured(Measured.evenly(spring("orders (GET)"), 40_000, 40, 10))
                .fixes(new FixReviewer(
                        List.of(late),
                        () -> ChangeDetection.at(change),
                        () -> new Sources()
                                .handler(
                                        spring("vets (GET)"),
                                        "orders/src/main/java/com/acme/VetController.java",
                                        38,
                                        52)
                                .handler(
                                        spring("owners (GET)"),
                                        "orders/src/main/java/com/acme/OwnerController.java",
                                        10,
                                        20),
                        14,
                        fix -> Optional.empty(),
                        today))
                .build();
    }

    private static ServiceLevelReport withHistory() {
        ServiceLevelReport report = ratchet(412, 400);
        List<CheckSummary> earlier = IntStream.rangeClosed(1, 14)
                .mapToObj(week -> new CheckSummary(
                        report.generatedAt().minus(Duration.ofDays(7L * week)),
                        "petclinic",
                        "default 1",
                        4,
                        1,
                        2 + week / 3,
                        0,
                        0,
                        80 + 50.0 * week,
                        true,
                        week == 3 ? "carries the fix" : null))
                .toList();
        return report.after(earlier);
    }

    private static ServiceLevelReport overridden() {
        return new ReportBuilder()
                .override("carries the fix of SHOP-12 <b>now</b>")
                .measured(Measured.evenly(spring("vets (GET)"), 4_520, 412, 3))
                .build();
    }

    public static ServiceLevelReport incident() {
        return new ReportBuilder()
                .measured(Measured.incident(
                        spring("search (GET)"),
                        new Counts(9_000, 10, 1),
                        new Counts(9_000, 2_190, 2),
                        Duration.ofSeconds(3_400)))
                .measured(Measured.evenly(spring("orders (GET)"), 40_000, 40, 10))
                .build();
    }

    public static ServiceLevelReport undecided() {
        ReportBuilder builder = new ReportBuilder();
        IntStream.rangeClosed(1, 7)
                .forEach(i -> builder.measured(Measured.evenly(spring("reports/" + i + " (GET)"), 20 * i, i, 0)));
        return builder.build();
    }

    private static ServiceLevelReport unreadable() {
        return new ReportBuilder()
                .measured(Measured.evenly(spring("orders (GET)"), 400, 0, 0))
                .rejected(9_000, "Transaction-2026-11-20.ndjson.gz", 401, "the line ends in the middle of an object")
                .build();
    }

    private static ServiceLevelReport unclassified() {
        Standard web = new Standard(
                "acme",
                "2026-11",
                Duration.ofDays(7),
                0.99,
                Enforcement.ENFORCE,
                List.of(new EndpointClass(
                        "api",
                        List.of(new EndpointPattern("WebTransaction/SpringController/api/**")),
                        List.of(
                                new LatencySli(Duration.ofMillis(2_250), Objective.of("0.995")),
                                new ErrorSli(Objective.of("0.9995"))))));
        return new ReportBuilder()
                .service("orders", "1234567")
                .standard(web)
                .measured(Measured.evenly(spring("api/orders (GET)"), 90_000, 460, 5))
                .measured(Measured.evenly(spring("orders (GET)"), 9_000, 20, 5))
                .build();
    }

    public static ServiceLevelReport hostile() {
        ReportBuilder builder = new ReportBuilder();
        hostileNames()
                .forEach(name -> builder.measured(Measured.evenly("WebTransaction/Uri/" + name, 5_000, 2_000, 0)));
        return builder.waiver(
                        "WebTransaction/Uri/none",
                        null,
                        "see #12 | [x](http://evil.example) `a`",
                        "@acme/team",
                        "2027-03-01")
                .rejected(1, "a|b\n.ndjson", 3, "unexpected <b>token</b> '\u001B[2J' at www.evil.example")
                .note("@everyone look at http://evil.example")
                .build();
    }

    public static Stream<String> hostileNames() {
        return Stream.of(
                "</script><script>alert(1)</script>",
                "a|b `code` **bold** [link](http://evil.example) @team #1",
                "back\\|slash\\",
                "`",
                "``two`` |",
                "www.evil.example/a@b.example",
                "</details></summary><!-- ",
                "\u001B[31mred\u001B[0m\nfake: [INFO] BUILD SUCCESS\r\u0007",
                "right\u202Etfel",
                "z" + "\u0300".repeat(60) + "algo",
                "long".repeat(1_000),
                "日本語/\uD83D\uDE80\uD800",
                "注文を確認して領収書を発行する画面/明細一覧/検索結果/詳細",
                "<!--]]>&amp;\u0000\uFFFE");
    }

    public static ServiceLevelReport many() {
        ReportBuilder builder = new ReportBuilder();
        for (int i = 0; i < 300; i++) {
            builder.measured(Measured.evenly(
                    spring("resource" + i + "/{id}/part (GET)"), 2_000 + i, i % 6 == 0 ? 500 + i : 5, i % 7));
        }
        return builder.build();
    }

    /** A report nobody thought of. */
    public static ServiceLevelReport random(long seed) {
        Random random = new Random(seed);
        List<String> names = hostileNames().toList();
        ReportBuilder builder = new ReportBuilder()
                .service(names.get(random.nextInt(names.size())), random.nextBoolean() ? null : "42")
                .enforcement(random.nextBoolean() ? Enforcement.OBSERVE : Enforcement.ENFORCE)
                .onNoData(random.nextBoolean() ? OnNoData.FAIL : OnNoData.WARN)
                .outsideWindow(random.nextInt(3));
        int endpoints = random.nextInt(12);
        for (int i = 0; i < endpoints; i++) {
            builder.measured(Measured.endpoint(
                    (random.nextInt(4) == 0 ? "OtherTransaction/Java/" : "WebTransaction/Uri/")
                            + i
                            + names.get(random.nextInt(names.size())),
                    counts(random),
                    counts(random),
                    Duration.ofNanos(random.nextLong(10_000_000_000_000L))));
        }
        if (random.nextBoolean()) {
            builder.sampled(0.001 + random.nextDouble() * 0.99);
        }
        if (random.nextBoolean()) {
            builder.rejected(1 + random.nextInt(500), "file", 1 + random.nextInt(9), "why");
        }
        if (random.nextBoolean()) {
            SliKind only = random.nextBoolean() ? SliKind.LATENCY : null;
            builder.waiver(
                    "WebTransaction/Uri/1*",
                    only,
                    "reason",
                    "owner",
                    random.nextBoolean() ? "2026-11-01" : "2026-12-24");
        }
        return builder.build();
    }

    private static Counts counts(Random random) {
        int requests = random.nextInt(4) == 0 ? 0 : random.nextInt(random.nextBoolean() ? 60 : 200_000);
        double share = random.nextBoolean() ? 0.01 : 0.3;
        return new Counts(requests, (long) (requests * share * random.nextDouble()), (long)
                (requests * share * random.nextDouble() / 4));
    }

    private static String spring(String rest) {
        return "WebTransaction/SpringController/" + rest;
    }
}
