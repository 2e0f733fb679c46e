package io.github.sre4j.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.sre4j.history.CheckSummary;
import io.github.sre4j.portfolio.CheckedProduct;
import io.github.sre4j.report.json.StoredReport.StoredCandidate;
import io.github.sre4j.report.json.StoredReport.StoredWaiver;
import io.github.sre4j.text.Texts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T06:00:00Z");

    @Test
    void names_owner_and_next_step_of_new_violation() {
        DigestState before = Digest.of(MONDAY, List.of(product("shop", MONDAY)), null, Map.of())
                .state();
        Digest digest = Digest.of(TUESDAY, List.of(product("shop", TUESDAY, "GET /a")), before, Map.of("shop", "ana"));
        assertThat(lines(digest))
                .containsExactly(
                        "1 change since the last digest: 1 product, 1 violation",
                        "New violation: shop, GET /a (owner ana). Next: add an index, src/A.java:7");
    }

    @Test
    void is_quiet_without_changes() {
        List<CheckedProduct> products = List.of(product("shop", MONDAY, "GET /a"));
        DigestState before = Digest.of(MONDAY, products, null, Map.of()).state();
        Digest digest = Digest.of(MONDAY.plusSeconds(3_600), products, before, Map.of());
        assertThat(digest.isQuiet()).isTrue();
        assertThat(lines(digest)).containsExactly("No change since the last digest: 1 product, 1 violation");
    }

    @Test
    void reports_changes_once_after_lost_day() {
        DigestState friday = Digest.of(
                        MONDAY.minus(Duration.ofDays(3)), List.of(product("shop", MONDAY)), null, Map.of())
                .state();
        Digest digest = Digest.of(TUESDAY, List.of(product("shop", TUESDAY, "GET /a")), friday, Map.of());
        assertThat(digest.lines()).hasSize(1);
        Digest next = Digest.of(
                TUESDAY.plusSeconds(60), List.of(product("shop", TUESDAY, "GET /a")), digest.state(), Map.of());
        assertThat(next.isQuiet()).isTrue();
    }

    @Test
    void reports_stopped_products_resolved_violations_and_ending_waivers() {
        DigestState before = Digest.of(
                        MONDAY,
                        List.of(
                                product("shop", MONDAY, "GET /a"),
                                product("old", MONDAY.minus(Duration.ofHours(30))),
                                product("gone", MONDAY)),
                        null,
                        Map.of())
                .state();
        CheckedProduct shop = product("shop", TUESDAY);
        CheckedProduct waived = new CheckedProduct(
                shop.summary(),
                "",
                List.of(),
                List.of(),
                List.of(new StoredWaiver("GET /b", "reason", "ben", LocalDate.of(2026, 11, 30), 1)),
                List.of());
        Digest digest = Digest.of(
                TUESDAY, List.of(waived, product("old", MONDAY.minus(Duration.ofHours(30)))), before, Map.of());
        assertThat(lines(digest))
                .contains(
                        "No check since 2026-11-22: old (no owner). Next: run mvn sre:check",
                        "No report any more: gone (no owner). Next: run mvn sre:check",
                        "Waiver ends 2026-11-30: shop, GET /b (owner ben). Next: fix the endpoint or renew the waiver",
                        "Resolved: shop, GET /a");
        assertThat(Digest.of(TUESDAY.plusSeconds(60), List.of(waived), digest.state(), Map.of())
                        .lines())
                .noneMatch(line -> line.kind() == DigestLine.Kind.ENDING);
    }

    @Test
    void keeps_limits_and_escapes_names() throws Exception {
        DigestState before = Digest.of(MONDAY, List.of(product("shop", MONDAY)), null, Map.of())
                .state();
        String[] labels = IntStream.range(0, 300)
                .mapToObj(i -> "GET /<!channel>/*x*/" + "y".repeat(100) + i)
                .toArray(String[]::new);
        Digest digest = Digest.of(TUESDAY, List.of(product("shop", TUESDAY, labels)), before, Map.of());
        String json = new SlackDigest(Texts.of("ja")).json(digest, "C1");
        JsonNode message = new ObjectMapper().readTree(json);
        assertThat(message.path("blocks"))
                .hasSizeLessThanOrEqualTo(50)
                .allSatisfy(block -> assertThat(block.path("text").path("text").asText())
                        .hasSizeBetween(1, 3_000)
                        .doesNotContain("<!channel>"));
        assertThat(json).contains("ほか 260 件");
    }

    @Test
    void state_survives_its_file() {
        Digest digest = Digest.of(MONDAY, List.of(product("shop", MONDAY, "GET /a")), null, Map.of());
        assertThat(DigestState.read("a.json", digest.state().json())).isEqualTo(digest.state());
        assertThatThrownBy(() -> DigestState.read("a.json", "[]"))
                .hasMessage("a.json: not a state file of sre:digest. Restore it, or delete it to start again.");
    }

    @Test
    void posts_to_webhook_and_names_rejection_without_the_secret() throws Exception {
        AtomicReference<String> received = new AtomicReference<>("");
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            received.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean bad = exchange.getRequestURI().getPath().contains("bad");
            byte[] answer = (bad ? "invalid_token" : "ok").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(bad ? 403 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            HttpClient client = HttpClient.newHttpClient();
            SlackPost.to(client, base + "/good", null).post("{\"text\":\"a\"}");
            assertThat(received.get()).isEqualTo("{\"text\":\"a\"}");
            assertThatThrownBy(() ->
                            SlackPost.to(client, base + "/bad/T0SECRET", null).post("{}"))
                    .hasMessage("Slack rejected the digest (status 403, invalid_token)."
                            + " Check the webhook, or the token and the channel.");
        } finally {
            server.stop(0);
        }
        assertThatThrownBy(() -> SlackPost.to(HttpClient.newHttpClient(), "http://example.com/T0SECRET", null))
                .hasMessageNotContaining("SECRET");
    }

    private static List<String> lines(Digest digest) {
        return new SlackDigest(Texts.of("en")).lines(digest);
    }

    private static CheckedProduct product(String name, Instant at, String... labels) {
        return new CheckedProduct(
                new CheckSummary(
                        at, name, "default 1", 5, 5 - Math.min(5, labels.length), labels.length, 0, 0, 0, true, null),
                "",
                List.of(),
                java.util.Arrays.stream(labels)
                        .map(label -> new CheckedProduct.Miss(label, 1))
                        .toList(),
                List.of(),
                List.of(new CheckedProduct.Candidate(
                        "GET /a",
                        new StoredCandidate("a", "c", Duration.ZERO, 1, null, "src/A.java", 7, "add an index"),
                        1)));
    }
}
