package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.assess.Verdict;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.ServiceLevelReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.telemetry.MaintenanceWindow;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.text.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests of a maintenance window are not in the counts, whether the product or New Relic knows of it. */
class MaintenanceTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T00:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(7));
    private static final Instant FROM = WINDOW.from().plus(Duration.ofHours(158));
    private static final Window PLANNED = new Window(FROM, UNTIL);
    private static final String GUID = "MXxBUE18QVBQTElDQVRJT058MQ";

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT.withClock(Clock.fixed(UNTIL, ZoneOffset.UTC)));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 168 * 10; i++) {
            rows.add(Map.of(
                    "name",
                    "WebTransaction/SpringController/orders (GET)",
                    "timestamp",
                    WINDOW.from().toEpochMilli() + i * 360_000L,
                    "duration",
                    0.05,
                    "error",
                    i >= 1_580,
                    "appName",
                    "orders",
                    "entityGuid",
                    GUID));
        }
        standin.add("Transaction", rows);
        List<Map<String, Object>> metrics = new ArrayList<>();
        for (int hour = 0; hour < 168; hour++) {
            metrics.add(Standins.requests(
                    GUID,
                    "WebTransaction/SpringController/orders (GET)",
                    WINDOW.from().toEpochMilli() + hour * 3_600_000L,
                    10));
        }
        standin.add("Metric", metrics);
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void of_the_product_is_left_out_of_every_query() throws Exception {
        assertThat(verdict(check(Product.NOT_CONFIGURED))).isEqualTo(Verdict.MISSED);
        standin.forgetRequests();
        ServiceLevelReport report = check(new Product(
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new MaintenanceWindow(PLANNED, "database upgrade"))));
        assertThat(verdict(report)).isEqualTo(Verdict.MET);
        assertThat(report.source().events()).isEqualTo(1_580);
        assertThat(report.source().incomplete()).isEmpty();
        assertThat(report.source().sampling()).isInstanceOf(Sampling.Complete.class);
        assertThat(report.source().notes())
                .extracting(Message::english)
                .contains("100 requests (6% of all) in maintenance windows are not in the counts");
        assertThat(standin.requests()).hasSize(2);
    }

    @Test
    void of_change_tracking_is_asked_for_where_a_limit_is_exceeded() throws Exception {
        standin.add(
                "ChangeTrackingEvent",
                List.of(Map.of(
                        "timestamp",
                        FROM.toEpochMilli(),
                        "entity.guid",
                        GUID,
                        "category",
                        "Operational",
                        "type",
                        "Scheduled maintenance",
                        "description",
                        "storage migration",
                        "endTime",
                        UNTIL.toEpochMilli())));
        ServiceLevelReport report = check(Product.NOT_CONFIGURED);
        assertThat(verdict(report)).isEqualTo(Verdict.MET);
        assertThat(report.source().notes())
                .extracting(Message::english)
                .contains(
                        "maintenance from 2026-11-21T14:00:00Z to 2026-11-22T00:00:00Z is excluded: storage migration");
    }

    @Test
    void of_change_tracking_without_an_end_hides_nothing() throws Exception {
        standin.add(
                "ChangeTrackingEvent",
                List.of(Map.of(
                        "timestamp",
                        FROM.toEpochMilli(),
                        "entity.guid",
                        GUID,
                        "category",
                        "Operational",
                        "type",
                        "Scheduled maintenance")));
        assertThat(verdict(check(Product.NOT_CONFIGURED))).isEqualTo(Verdict.MISSED);
    }

    private static Verdict verdict(ServiceLevelReport report) {
        return report.assessment().endpoints().get(0).verdict();
    }

    private ServiceLevelReport check(Product product) throws Exception {
        return new ServiceLevelCheck(DefaultStandard.get(), product, Clock.fixed(UNTIL, ZoneOffset.UTC))
                .run(
                        Standins.telemetry(standin, "orders"),
                        new CheckOptions(new Service("orders", null), WINDOW, Enforcement.ENFORCE, OnNoData.FAIL),
                        ProgressListener.NONE);
    }
}
