package io.github.sre4j.examples.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.recordings.Recordings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class EmbeddedServiceTest {

    private static final String ORDERS = "WebTransaction/SpringController/orders/{orderId} (GET)";

    @TempDir
    private Path folder;

    @Test
    void the_report_shows_each_route_once_whatever_its_urls_and_errors_as_errors() throws Exception {
        try (Service service = Service.start(folder, "1s")) {
            for (int i = 0; i < 40; i++) {
                assertThat(service.get("/orders/" + i).statusCode()).isEqualTo(200);
            }
            assertThat(service.get("/orders/-1").statusCode()).isEqualTo(404);
            assertThat(service.get("/slow-orders/1").body()).isEqualTo("order 1");
            assertThat(service.get("/oups").statusCode()).isEqualTo(500);
            assertThat(service.get("/wp-login.php").statusCode()).isEqualTo(404);

            HttpResponse<String> report = service.get("/actuator/sre");
            assertThat(report.headers().firstValue("content-type").orElseThrow())
                    .startsWith("application/json");
            assertThat(report.body())
                    .startsWith("{")
                    .contains("\"name\" : \"" + ORDERS + "\"")
                    .contains("slow-orders/{orderId} (GET)")
                    .contains("oups (GET)")
                    .contains("\"requests\" : 41")
                    .doesNotContain("wp-login")
                    .doesNotContain("orders/7 ");
            HttpResponse<String> page = service.get("/actuator/sre/html?window=5m");
            assertThat(page.headers().firstValue("content-type").orElseThrow()).startsWith("text/html");
            assertThat(page.body()).startsWith("<!").contains("GET /orders/{orderId}");
            assertThat(service.get("/actuator/sre?window=2y").statusCode()).isEqualTo(400);
            assertThat(service.get("/actuator/sre/pdf").statusCode()).isEqualTo(404);
            service.stop();
        }
        EndpointMeasurement orders = orders();
        assertThat(orders.whole().requests()).isEqualTo(41);
        assertThat(orders.whole().errors()).isZero();
    }

    /** The interval the process was in is lost, nothing before it; what is there is whole. */
    @Test
    void a_killed_service_loses_at_most_the_interval_it_was_in() throws Exception {
        int before = 50;
        try (Service service = Service.start(folder, "1s")) {
            for (int i = 0; i < before; i++) {
                service.get("/orders/" + i);
            }
            // Two intervals later what came before is in the file, or never will be.
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (requestsOnDisk() < before && System.nanoTime() < deadline) {
                assertThat(service.livesFor(50)).isTrue();
            }
            assertThat(requestsOnDisk()).isEqualTo(before);
            for (int i = 0; i < 20; i++) {
                service.get("/orders/" + i);
            }
            service.kill();
        }
        Measurements measured = measure();
        EndpointMeasurement orders = orders();
        assertThat(orders.whole().requests()).isBetween((long) before, before + 20L);
        assertThat(measured.source().rejections().total()).isZero();
        assertThat(measured.source().notes()).anyMatch(note -> note.english().contains("incomplete"));
    }

    private long requestsOnDisk() {
        try {
            return measure().requests();
        } catch (TelemetryException e) {
            return 0;
        }
    }

    private EndpointMeasurement orders() throws TelemetryException {
        return measure().endpoints().stream()
                .filter(each -> each.name().value().equals(ORDERS))
                .findFirst()
                .orElseThrow();
    }

    private Measurements measure() throws TelemetryException {
        Instant now = Instant.now();
        MeasurementPlan plan = new MeasurementPlan(
                new Window(now.minus(Duration.ofHours(1)), now.plus(Duration.ofHours(1))),
                List.of(new PlannedClass("all", List.of(new EndpointPattern("**")), Duration.ofSeconds(1))));
        return new Recordings(folder.resolve("recordings"), "recordings", null).measure(plan, ProgressListener.NONE);
    }
}
