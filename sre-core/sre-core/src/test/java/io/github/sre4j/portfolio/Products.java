package io.github.sre4j.portfolio;

import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.history.Trend;
import io.github.sre4j.portfolio.CheckedProduct.Candidate;
import io.github.sre4j.portfolio.CheckedProduct.Miss;
import io.github.sre4j.report.json.StoredReport.StoredCandidate;
import io.github.sre4j.report.json.StoredReport.StoredWaiver;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Products of organisations of every size and state. */
final class Products {

    static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");
    static final Duration WEEK = Duration.ofDays(8);

    private Products() {}

    static CheckedProduct product(String name, int met, int missed, Duration age) {
        return new CheckedProduct(
                new CheckSummary(
                        NOW.minus(age),
                        name,
                        "acme 3",
                        met + missed + 1,
                        met,
                        missed,
                        1,
                        0,
                        missed * 61.5,
                        missed == 0,
                        null),
                name + "/target/sre/sre-report.json",
                List.of(),
                missed == 0 ? List.of() : List.of(new Miss("GET /" + name + "/{id}", missed * 61.5)),
                List.of(),
                List.of());
    }

    /** As a company has them: most well, some not, one silent, one waiver about to end. */
    static Portfolio company(int products) {
        Random random = new Random(7);
        List<CheckedProduct> all = new ArrayList<>();
        for (int i = 0; i < products; i++) {
            int missed = Math.max(0, random.nextInt(14) - 7);
            String name = "product-" + (i + 1);
            List<Trend.Week> weeks = new ArrayList<>();
            for (int week = 9; week >= 0; week--) {
                weeks.add(new Trend.Week(
                        LocalDate.of(2026, 11, 23).minusWeeks(week), missed + week / 2, (missed + week / 2) * 61.5));
            }
            CheckedProduct plain = product(name, 8 + random.nextInt(40), missed, Duration.ofHours(random.nextInt(100)));
            all.add(new CheckedProduct(
                    plain.summary(),
                    plain.source(),
                    i % 3 == 0 ? List.of() : weeks,
                    plain.missed(),
                    i != 4
                            ? List.of()
                            : List.of(new StoredWaiver(
                                    "WebTransaction/SpringController/reports/{id} (GET)",
                                    "CSV export, three operators a month",
                                    "team-orders",
                                    LocalDate.of(2026, 12, 1),
                                    1)),
                    missed < 5
                            ? List.of()
                            : List.of(new Candidate(
                                    "GET /" + name + "/{id}",
                                    new StoredCandidate(
                                            "WebTransaction/SpringController/" + name + "/{id} (GET)",
                                            "n-plus-one-queries",
                                            Duration.ofSeconds(512),
                                            0.63,
                                            null,
                                            "src/main/java/com/acme/OrderController.java",
                                            57,
                                            "Load the lines of an order with the order."),
                                    random.nextDouble() * 400))));
        }
        all.add(product("silent", 12, 2, Duration.ofDays(40)));
        return Portfolio.of(
                NOW,
                WEEK,
                all,
                List.of(new CoverageGap(
                        CoverageGap.Kind.UNREADABLE,
                        "broken/sre-report.json",
                        Message.plain("'broken/sre-report.json' is not JSON: line 1. Run sre:check again"))),
                List.of("product-1", "billing"),
                List.of("product-2", "legacy-batch"));
    }
}
