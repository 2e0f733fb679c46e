package io.github.sre4j.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.examples.standin.graphql.Asked;
import io.github.sre4j.examples.standin.limits.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** New Relic's limits. */
class LimitsTest {
    private static final String ONE =
            "query($q: Nrql!) { actor { account(id: 7) { a: nrql(query: $q) { results } } } }";

    private NerdGraphEmulator standin;
    private Client client;

    private void start(StandinOptions options) throws IOException {
        standin = NerdGraphEmulator.start(options);
        client = new Client(standin);
    }

    @BeforeEach
    void start() throws Exception {
        start(NerdGraphEmulatorTest.options());
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void ten_facets_are_the_default_five_thousand_the_most() throws Exception {
        List<Map<String, Object>> events = new ArrayList<>();
        for (int i = 0; i < 5_100; i++) {
            events.add(Map.of("timestamp", 1_795_341_000_000L, "name", "endpoint-" + i));
        }
        standin.add("Many", events);
        assertThat(client.nrql("SELECT count(*) FROM Many FACET name")).hasSize(10);
        assertThat(client.nrql("SELECT count(*) FROM Many FACET name LIMIT MAX"))
                .hasSize(5_000);
        assertThat(client.nrql("SELECT name FROM Many")).hasSize(100);
        assertThat(client.nrql("SELECT name FROM Many LIMIT MAX")).hasSize(5_000);
    }

    @Test
    void cross_account_queries_take_five_accounts_at_most() throws Exception {
        assertThat(client.ask(
                                "{ actor { nrql(accounts: [7], query: \"SELECT count(*) FROM Transaction\") { results } } }")
                        .at("/data/actor/nrql/results/0/count")
                        .intValue())
                .isEqualTo(7);
        assertThat(client.ask("{ actor { nrql(accounts: [7,7,7,7,7,7], query: \"SELECT 1\") { results } } }")
                        .at("/errors/0/extensions/errorClass")
                        .textValue())
                .isEqualTo("BAD_USER_INPUT");
    }

    @Test
    void twenty_five_requests_are_worked_on_at_once_and_no_more() throws Exception {
        List<InputStream> stalled = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            HttpResponse<InputStream> response = client.http()
                    .send(
                            client.request(ONE, Map.of("q", "SELECT 1"))
                                    .header("X-Standin-Misbehave", "stall")
                                    .build(),
                            BodyHandlers.ofInputStream());
            stalled.add(response.body());
        }
        assertThat(client.send(client.request(ONE, Map.of("q", "SELECT 1"))).statusCode())
                .isEqualTo(429);
        assertThat(standin.mostInFlight()).isEqualTo(25);
        for (InputStream body : stalled) {
            body.close();
        }
    }

    @Test
    void the_same_query_is_answered_120_times_a_minute() throws Exception {
        String many = "query($q: Nrql!) { actor { account(id: 7) { "
                + String.join(
                        " ",
                        java.util.stream.IntStream.range(0, 121)
                                .mapToObj(i -> "a" + i + ": nrql(query: $q) { results }")
                                .toList())
                + " } } }";
        JsonNode answer = client.ask(many, Map.of("q", "SELECT 1"));
        assertThat(answer.at("/data/actor/account/a119/results")).hasSize(1);
        assertThat(answer.at("/data/actor/account/a120").isNull()).isTrue();
        assertThat(answer.at("/errors")).hasSize(1);
        assertThat(answer.at("/errors/0/extensions/errorClass").textValue()).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(client.nrql("SELECT 2")).hasSize(1);
    }

    @Test
    void queries_of_an_account_are_counted_by_the_minute() throws Exception {
        standin.close();
        start(NerdGraphEmulatorTest.options().withLimits(new Limits(25, 2, 120, 5)));
        assertThat(client.nrql("SELECT 1")).hasSize(1);
        assertThat(client.nrql("SELECT 2")).hasSize(1);
        assertThat(client.nrql("SELECT 3").isNull() || client.nrql("SELECT 3").isMissingNode())
                .isTrue();
    }

    @Test
    void timeouts_are_clamped_and_queries_recorded() throws Exception {
        client.ask(
                "{ actor { account(id: 7) { a: nrql(query: \"SELECT 1\") { results } b: nrql(query: \"SELECT 2\", timeout: 400, async: true) { results }"
                        + " c: nrql(query: \"SELECT 3\", timeout: 60) { results } } } }");
        assertThat(standin.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.nrql())
                        .containsExactly(
                                new Asked(7, "SELECT 1", Duration.ofSeconds(5), false),
                                new Asked(7, "SELECT 2", Duration.ofSeconds(120), true),
                                new Asked(7, "SELECT 3", Duration.ofSeconds(60), false)));
    }

    @Test
    void many_ask_while_events_arrive_and_all_get_whole_answers() throws Exception {
        int askers = 8;
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            List<Callable<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < askers * 10; i++) {
                int number = i;
                tasks.add(() -> {
                    standin.add("Live", List.of(Map.of("timestamp", 1_000, "attribute" + number, number)));
                    return client.nrql("SELECT count(*) AS n, " + number + " AS x FROM Transaction")
                            .at("/0/n")
                            .intValue();
                });
            }
            for (Future<Integer> answer : threads.invokeAll(tasks)) {
                assertThat(answer.get()).isEqualTo(7);
            }
            assertThat(client.nrql("SELECT count(*) AS n FROM Live SINCE 0 UNTIL 9000")
                            .at("/0/n")
                            .intValue())
                    .isEqualTo(tasks.size());
        } finally {
            threads.shutdownNow();
        }
    }
}
