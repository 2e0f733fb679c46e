package io.github.sre4j.report.html;

import io.github.sre4j.report.ReportBuilder;
import io.github.sre4j.report.Reports;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.HourCounts;
import io.github.sre4j.telemetry.LatencySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reports as services make them: a week of hours with day and night, for whoever looks at pages. */
final class Pages {

    private static final Instant FROM = Instant.parse("2026-11-15T00:00:00Z");
    private static final int HOURS = 168;
    private static final List<String> NOUNS = List.of(
            "owners",
            "pets",
            "visits",
            "vets",
            "orders",
            "invoices",
            "carts",
            "payments",
            "search",
            "reports",
            "users",
            "sessions",
            "coupons",
            "stock",
            "shipments");
    private static final List<String> REST = List.of(
            " (GET)",
            "/{id} (GET)",
            " (POST)",
            "/{id} (PUT)",
            "/{id}/items (GET)",
            "/{id}/items/{itemId} (GET)",
            "/{id}/history (GET)",
            "/export (GET)",
            "/{id} (DELETE)",
            "/{id}/attachments/{attachmentId}/preview (GET)");

    private Pages() {}

    /** All states of the page, by name. */
    static Map<String, ServiceLevelReport> all() throws Exception {
        Map<String, ServiceLevelReport> pages = new LinkedHashMap<>(Reports.all());
        pages.put("week", week(14, 3));
        pages.put("one", week(1, 5));
        pages.put("300", week(300, 7));
        return pages;
    }

    /** A week of traffic on so many endpoints. */
    static ServiceLevelReport week(int endpoints, long seed) {
        Random random = new Random(seed);
        ReportBuilder builder = new ReportBuilder().enforcement(Enforcement.OBSERVE);
        for (int i = 0; i < endpoints; i++) {
            String name = "WebTransaction/SpringController/api/v" + (i / 150 + 1) + "/" + NOUNS.get(i % NOUNS.size())
                    + REST.get(i / NOUNS.size() % REST.size());
            double slow = i % 6 == 0 ? 0.08 + random.nextDouble() * 0.2 : random.nextDouble() * 0.03;
            double errors = i % 9 == 4 ? 0.02 + random.nextDouble() * 0.03 : random.nextDouble() * 0.004;
            double rate = Math.exp(random.nextDouble() * 6 - 0.5);
            builder.measured(hourly(name, rate, slow, errors, i % 11 == 5 ? 60 : -1, random));
        }
        return builder.waiver(
                        "WebTransaction/SpringController/api/v1/visits (GET)",
                        SliKind.LATENCY,
                        "CSV export, three operators a month",
                        "team-orders",
                        "2026-11-30")
                .build();
    }

    private static EndpointMeasurement hourly(
            String name, double rate, double slow, double errors, int incidentAt, Random random) {
        List<HourCounts> hours = new ArrayList<>();
        Counts first = Counts.NONE;
        Counts second = Counts.NONE;
        for (int hour = 0; hour < HOURS; hour++) {
            double day =
                    0.15 + Math.max(0, Math.sin((hour % 24 - 6) / 24.0 * 2 * Math.PI)) * (hour / 24 % 7 == 0 ? 0.3 : 1);
            int requests = (int) Math.round(rate * day * (0.7 + random.nextDouble() * 0.6));
            boolean incident = hour >= incidentAt && hour < incidentAt + 2 && incidentAt >= 0;
            Counts counts = new Counts(
                    requests,
                    Math.round(requests * Math.min(1, incident ? 0.9 : slow * (0.3 + random.nextDouble() * 1.4))),
                    Math.round(requests * Math.min(1, errors * (random.nextInt(4) == 0 ? 4 : 0))));
            if (requests > 0) {
                hours.add(new HourCounts(FROM.plus(Duration.ofHours(hour)), counts));
            }
            first = hour < HOURS / 2 ? first.plus(counts) : first;
            second = hour < HOURS / 2 ? second : second.plus(counts);
        }
        Counts whole = first.plus(second);
        long p95 = (long) (1_000 * Math.pow(slow / 0.05, 0.6)) + random.nextInt(60);
        LatencySummary latency = new LatencySummary(
                Duration.ofMillis(p95 / 7),
                Duration.ofMillis(p95 * 2 / 3),
                Duration.ofMillis(p95),
                Duration.ofMillis(p95 * 2),
                Duration.ofMillis(p95 * 5),
                0.001);
        return new EndpointMeasurement(
                new EndpointName(name),
                whole,
                first,
                second,
                hours,
                Duration.ofMillis(whole.slow() * (300 + random.nextInt(900))),
                whole.requests(),
                whole.requests() == 0 ? null : latency);
    }
}
