package io.github.sre4j.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.examples.standin.misbehave.FaultType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to misbehave, seen from the other end of the wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehaviourTest {
    private static final String TWO =
            "{ actor { account(id: 7) { a: nrql(query: \"SELECT 1\", timeout: 10) { results queryProgress { queryId completed retryAfter } }"
                    + " b: nrql(query: \"SELECT 1\", timeout: 10, async: true) { results queryProgress { queryId completed retryAfter } } } } }";

    private NerdGraphEmulator standin;
    private Client client;

    @BeforeAll
    void start() throws Exception {
        standin = NerdGraphEmulator.start(NerdGraphEmulatorTest.options());
        client = new Client(standin);
    }

    @AfterAll
    void stop() {
        standin.close();
    }

    @BeforeEach
    void behave() {
        standin.behave();
    }

    private HttpResponse<String> under(String spec) throws IOException, InterruptedException {
        standin.misbehave(spec);
        return client.send(client.request(TWO, Map.of()));
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        return Client.MAPPER.readTree(response.body());
    }

    @ParameterizedTest
    @CsvSource({
        "401,json",
        "402,json",
        "403,json",
        "404,html",
        "429,json",
        "500,html",
        "502,html",
        "503,html",
        "504,html"
    })
    void a_status_comes_with_a_body_that_is_no_graphql(int status, String type) throws Exception {
        HttpResponse<String> response = under(String.valueOf(status));
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type"))
                .hasValueSatisfying(value -> assertThat(value).contains(type));
        assertThat(response.headers().firstValue("retry-after")).isEmpty();
        assertThat(response.body()).doesNotContain("\"data\"").isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void a_status_may_say_when_to_come_back(int status) throws Exception {
        assertThat(under(status + ",retry-after=7").headers().firstValue("retry-after"))
                .hasValue("7");
    }

    @Test
    void a_redirect_leads_to_a_login() throws Exception {
        HttpResponse<String> response = under("redirect");
        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(response.headers().firstValue("location")).hasValue("/login");
    }

    @Test
    void a_page_may_come_instead_of_json() throws Exception {
        HttpResponse<String> response = under("html");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
    }

    @Test
    void a_body_may_be_empty_or_half_or_of_the_wrong_type() throws Exception {
        assertThat(under("empty-body:1").body()).isEmpty();
        HttpResponse<String> broken = under("broken-json:1");
        assertThat(broken.body()).isNotEmpty();
        assertThatThrownBy(() -> json(broken)).isInstanceOf(IOException.class);
        HttpResponse<String> wrong = under("wrong-content-type:1");
        assertThat(wrong.headers().firstValue("content-type")).hasValue("text/plain");
        assertThat(json(wrong).at("/data/actor/account/a/results")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut-body", "connection-closed", "connection-reset", "garbage"})
    void a_broken_connection_is_an_exception(String spec) {
        assertThatThrownBy(() -> under(spec)).isInstanceOf(IOException.class);
    }

    @Test
    void a_reset_is_a_reset_and_not_a_farewell() throws Exception {
        standin.misbehave("connection-reset");
        try (Socket socket = connect()) {
            assertThatThrownBy(() -> socket.getInputStream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("reset");
        }
    }

    @Test
    void a_body_may_come_in_drops() throws Exception {
        HttpResponse<String> response = under("slow-drip,ms=1");
        assertThat(json(response).at("/data/actor/account/a/results")).hasSize(1);
    }

    @Test
    void a_body_may_never_come() throws Exception {
        standin.misbehave("stall");
        try (Socket socket = connect()) {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(reader.readLine()).isEqualTo("HTTP/1.1 200 OK");
            assertThat(reader.lines().takeWhile(line -> !line.isEmpty())).contains("Content-Length: 1000");
            socket.setSoTimeout(100);
            assertThatThrownBy(reader::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), standin.url().getPort());
        socket.getOutputStream()
                .write("POST /graphql HTTP/1.1\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void a_bad_key_may_come_with_status_200() throws Exception {
        HttpResponse<String> response = under("bad-api-key");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/errors/0/extensions/error_code").textValue())
                .isEqualTo("BAD_API_KEY");
    }

    @Test
    void a_limit_may_come_with_status_200() throws Exception {
        HttpResponse<String> response = under("rate-limited");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).at("/errors/0/extensions/errorClass").textValue())
                .isEqualTo("TOO_MANY_REQUESTS");
    }

    @Test
    void data_may_be_null_without_an_error() throws Exception {
        assertThat(under("null-data").body()).isEqualTo("{\"data\":null}");
    }

    @ParameterizedTest
    @CsvSource({
        "timeout, TIMEOUT",
        "server-error, SERVER_ERROR",
        "internal-server-error, INTERNAL_SERVER_ERROR",
        "access-denied, ACCESS_DENIED",
        "resolve-error, ''"
    })
    void every_query_may_fail_with_a_class_of_error(String spec, String errorClass) throws Exception {
        JsonNode answer = json(under(spec));
        assertThat(answer.at("/errors")).hasSize(2);
        assertThat(answer.at("/errors/0/extensions/errorClass").asText("")).isEqualTo(errorClass);
        assertThat(answer.at("/data/actor/account/a").isNull()).isTrue();
    }

    @Test
    void half_of_the_aliases_may_fail() throws Exception {
        JsonNode answer = json(under("half,class=INTERNAL_SERVER_ERROR"));
        assertThat(answer.at("/data/actor/account/a/results")).hasSize(1);
        assertThat(answer.at("/data/actor/account/b").isNull()).isTrue();
        assertThat(answer.at("/errors/0/extensions/errorClass").textValue()).isEqualTo("INTERNAL_SERVER_ERROR");
    }

    @Test
    void a_slow_query_times_out_unless_the_timeout_is_longer_and_is_polled_with_async() throws Exception {
        JsonNode slow = json(under("slow-query,seconds=60,polls=1"));
        assertThat(slow.at("/errors/0/extensions/errorClass").textValue()).isEqualTo("TIMEOUT");
        assertThat(slow.at("/data/actor/account/b/results").isNull()).isTrue();
        String id = slow.at("/data/actor/account/b/queryProgress/queryId").textValue();
        assertThat(poll(id).at("/results/0/constant").intValue()).isEqualTo(1);
        JsonNode patient =
                client.ask("{ actor { account(id: 7) { nrql(query: \"SELECT 1\", timeout: 90) { results } } } }");
        assertThat(patient.at("/data/actor/account/nrql/results")).hasSize(1);
    }

    @Test
    void an_async_query_is_polled_until_done_and_then_gone() throws Exception {
        JsonNode first = json(under("async,polls=2,retry-after=3")).at("/data/actor/account/b");
        assertThat(first.at("/results").isNull()).isTrue();
        assertThat(first.at("/queryProgress/completed").booleanValue()).isFalse();
        assertThat(first.at("/queryProgress/retryAfter").intValue()).isEqualTo(3);
        String id = first.at("/queryProgress/queryId").textValue();
        assertThat(poll(id).at("/results").isNull()).isTrue();
        assertThat(poll(id).at("/results")).hasSize(1);
        assertThat(poll(id).isNull()).isTrue();
    }

    private JsonNode poll(String id) throws IOException, InterruptedException {
        return client.ask(
                        "query($id: ID!) { actor { account(id: 7) { p: nrqlQueryProgress(queryId: $id) { results queryProgress { completed } } } } }",
                        Map.of("id", id))
                .at("/data/actor/account/p");
    }

    @Test
    void a_deprecation_comes_as_an_error_with_whole_data() throws Exception {
        JsonNode answer = json(under("deprecation"));
        assertThat(answer.at("/errors/0/message").textValue()).startsWith("This field is deprecated!");
        assertThat(answer.at("/data/actor/account/b/results")).hasSize(1);
    }

    @Test
    void errors_may_be_bare_or_have_integers_in_their_path() throws Exception {
        String wrong = "{ actor { account(id: 7) { nrql(query: \"SELECT\") { results } } } }";
        standin.misbehave("bare-errors:1");
        assertThat(client.ask(wrong).at("/errors/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("message", "path");
        standin.misbehave("integer-path:1");
        assertThat(client.ask(wrong).at("/errors/0/path").toString()).isEqualTo("[\"actor\",\"account\",\"nrql\",0]");
    }

    @Test
    void a_number_of_requests_is_spoilt_and_the_next_is_well() throws Exception {
        standin.misbehave("429:2");
        standin.misbehave("500:1");
        assertThat(client.send(client.request(TWO, Map.of())).statusCode()).isEqualTo(429);
        assertThat(client.send(client.request(TWO, Map.of())).statusCode()).isEqualTo(429);
        assertThat(client.send(client.request(TWO, Map.of())).statusCode()).isEqualTo(500);
        assertThat(client.send(client.request(TWO, Map.of())).statusCode()).isEqualTo(200);
    }

    @Test
    void misbehaviour_is_also_told_over_http_and_by_header() throws Exception {
        assertThat(client.admin("POST", "503:1\n402:1\n").statusCode()).isEqualTo(200);
        assertThat(client.send(client.request(TWO, Map.of())).statusCode()).isEqualTo(503);
        assertThat(client.admin("DELETE", "").statusCode()).isEqualTo(200);
        assertThat(client.send(client.request(TWO, Map.of())).statusCode()).isEqualTo(200);
        assertThat(client.send(client.request(TWO, Map.of()).header("X-Standin-Misbehave", "403"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(client.admin("POST", "418").body()).startsWith("unknown misbehaviour '418'; there is: 401, 402");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tea", "429:x", "429:-1", "429,retry-after"})
    void a_misbehaviour_that_cannot_be_read_is_refused_in_words(String spec) {
        assertThatThrownBy(() -> standin.misbehave(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("misbehaviour '" + spec);
    }

    @ParameterizedTest
    @EnumSource(FaultType.class)
    void every_mode_is_in_the_readme(FaultType mode) throws IOException {
        assertThat(Files.readString(Path.of("README.md"))).contains("| `" + mode.word() + "` |");
    }

    @Test
    void every_mode_does_something_to_the_answer() throws Exception {
        String good = client.send(client.request(TWO, Map.of())).body();
        // These show only in an error, in the headers, in time, or in a connection that ends; the tests above look at
        // them.
        Set<FaultType> elsewhere = EnumSet.of(
                FaultType.BARE_ERRORS,
                FaultType.INTEGER_PATH,
                FaultType.WRONG_CONTENT_TYPE,
                FaultType.SLOW_DRIP,
                FaultType.STALL,
                FaultType.CUT_BODY,
                FaultType.CONNECTION_CLOSED,
                FaultType.CONNECTION_RESET,
                FaultType.GARBAGE);
        for (FaultType mode : EnumSet.complementOf(EnumSet.copyOf(elsewhere))) {
            standin.behave();
            assertThat(under(mode.word()).body()).as(mode.word()).isNotEqualTo(good);
        }
    }
}
