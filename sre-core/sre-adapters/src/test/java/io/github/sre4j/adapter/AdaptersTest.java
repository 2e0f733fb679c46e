package io.github.sre4j.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.adapter.httpserver.ServiceLevelHttpFilter;
import io.github.sre4j.adapter.junit.ServiceLevelAssert;
import io.github.sre4j.adapter.micrometer.ServiceLevelMeters;
import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.SliRecorder;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.standard.DefaultStandard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class AdaptersTest {

    private static final String OWNERS = "WebTransaction/SpringController/owners (GET)";

    private final LiveServiceLevel live =
            LiveServiceLevel.builder("petclinic", DefaultStandard.get()).build();

    @Test
    void the_jdks_http_server_is_recorded_by_context_and_method() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpContext orders = server.createContext("/orders", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.endsWith("broken")) {
                throw new IOException("broken");
            }
            exchange.sendResponseHeaders(path.endsWith("500") ? 500 : path.endsWith("404") ? 404 : 204, -1);
            exchange.close();
        });
        orders.getFilters().add(new ServiceLevelHttpFilter(live.recorder()));
        HttpContext odd = server.createContext("/odd", exchange -> exchange.sendResponseHeaders(204, -1));
        odd.getFilters().add(new ServiceLevelHttpFilter(live.recorder(), exchange -> {
            throw new IllegalStateException("no name");
        }));
        server.start();
        try {
            String base = "http://localhost:" + server.getAddress().getPort();
            HttpClient client = HttpClient.newHttpClient();
            for (String path : new String[] {"/orders/1", "/orders/2", "/orders/404", "/orders/500", "/odd"}) {
                client.send(get(base + path), HttpResponse.BodyHandlers.discarding());
            }
            assertThatThrownBy(() -> client.send(get(base + "/orders/broken"), HttpResponse.BodyHandlers.discarding()))
                    .isInstanceOf(IOException.class);
        } finally {
            server.stop(0);
        }
        RecordedInterval interval = live.recorder().cut();
        EndpointCounts counts = interval.endpoint(new EndpointName("WebTransaction/RestWebService/orders (GET)"))
                .orElseThrow();
        // The client may send a request again whose connection broke.
        assertThat(counts.requests() - counts.errors()).isEqualTo(3);
        assertThat(counts.errors()).isGreaterThanOrEqualTo(2);
        assertThat(counts.max()).isPositive();
        assertThat(interval.endpoint(SliRecorder.OVERFLOW).orElseThrow().requests())
                .isEqualTo(1);
    }

    @Test
    void meters_show_ratio_budget_and_burn_of_the_last_evaluation() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        new ServiceLevelMeters(live).bindTo(registry);
        record(990, 1_000_000, RequestOutcome.OK);
        record(10, 1_000_000, RequestOutcome.ERROR);
        live.evaluate();
        assertThat(registry.get("sre.sli.ratio")
                        .tags("endpoint", OWNERS, "sli", "errors")
                        .gauge()
                        .value())
                .isEqualTo(0.99);
        assertThat(registry.get("sre.budget.left")
                        .tags("endpoint", OWNERS, "sli", "latency")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("sre.burn.rate")
                        .tags("endpoint", OWNERS, "sli", "errors", "window", "5m")
                        .gauge()
                        .value())
                .isCloseTo(1, org.assertj.core.api.Assertions.within(1e-9));
        assertThat(registry.get("sre.endpoints")
                        .tags("verdict", "UNDECIDED")
                        .gauge()
                        .value())
                .isEqualTo(1);
        record(1_000, 1_000_000, RequestOutcome.ERROR);
        live.evaluate();
        assertThat(registry.get("sre.sli.ratio")
                        .tags("endpoint", OWNERS, "sli", "errors")
                        .gauge()
                        .value())
                .isEqualTo(0.495);
    }

    @Test
    void a_load_test_is_held_to_the_threshold_of_production() {
        assertThatThrownBy(() -> ServiceLevelAssert.assertThat(live).missesNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("no request was recorded that the standard judges:");
        record(10, 1_000_000, RequestOutcome.OK);
        ServiceLevelAssert few = ServiceLevelAssert.assertThat(live);
        assertThatCode(few::missesNothing).doesNotThrowAnyException();
        assertThatThrownBy(few::meetsTheStandard)
                .hasMessageStartingWith("1 of 1 endpoints are not shown to meet the standard:");
        record(990, 1_000_000, RequestOutcome.OK);
        assertThatCode(() -> ServiceLevelAssert.assertThat(live).meetsTheStandard())
                .doesNotThrowAnyException();
        record(500, 1_000_000_001L, RequestOutcome.OK);
        assertThatThrownBy(() -> ServiceLevelAssert.assertThat(live).missesNothing())
                .hasMessageStartingWith("1 of 1 endpoints miss the standard:")
                .hasMessageContaining("GET /owners")
                .hasMessageContaining("500 of 1,500");
    }

    private void record(int count, long nanos, RequestOutcome outcome) {
        for (int i = 0; i < count; i++) {
            live.recorder().record(OWNERS, nanos, outcome);
        }
    }

    private static HttpRequest get(String uri) {
        return HttpRequest.newBuilder(URI.create(uri)).build();
    }
}
