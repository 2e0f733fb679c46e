package io.github.sre4j.examples.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NerdGraphEmulatorTest {
    private static final String ONE =
            "query($q: Nrql!) { actor { account(id: 7) { a: nrql(query: $q) { results } } } }";

    private NerdGraphEmulator standin;
    private Client client;

    static StandinOptions options() throws Exception {
        return StandinOptions.DEFAULT
                .withEvents(Path.of(Objects.requireNonNull(NerdGraphEmulatorTest.class.getResource("/events"))
                        .toURI()))
                .withClock(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
    }

    private void start(StandinOptions options) throws IOException {
        standin = NerdGraphEmulator.start(options);
        client = new Client(standin);
    }

    @BeforeEach
    void start() throws Exception {
        start(options());
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void aliases_answer_side_by_side_and_one_that_fails_leaves_the_others() throws Exception {
        JsonNode answer = client.ask(
                "query($a: Nrql!, $b: Nrql!) { actor { account(id: 7) { id a: nrql(query: $a) { results } b: nrql(query: $b) { results } } } }",
                Map.of("a", "SELECT count(*) AS n FROM Transaction", "b", "SELECT FROM"));
        assertThat(answer.at("/data/actor/account/a/results/0/n").intValue()).isEqualTo(7);
        assertThat(answer.at("/data/actor/account/b").isNull()).isTrue();
        assertThat(answer.at("/errors")).hasSize(1);
        assertThat(answer.at("/errors/0/message").textValue())
                .isEqualTo("NRQL Syntax Error: Error at line 1 position 8, unexpected 'FROM'");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"actor\",\"account\",\"b\"]");
        assertThat(answer.at("/errors/0/extensions/errorClass").textValue()).isEqualTo("INVALID_INPUT");
    }

    @Test
    void a_container_has_metadata_totals_and_progress_as_new_relic_shapes_them() throws Exception {
        JsonNode a = client.ask(
                        "query($q: Nrql!) { actor { account(id: 7) { a: nrql(query: $q) { results totalResult otherResult nrql"
                                + " metadata { eventTypes facets messages timeWindow { begin end since until compareWith } }"
                                + " queryProgress { queryId completed retryAfter retryDeadline resultExpiration } rawResponse } } } }",
                        Map.of(
                                "q",
                                "SELECT count(*) AS n FROM Transaction FACET name LIMIT 1 SINCE 1795339800000 UNTIL 1795341600000"))
                .at("/data/actor/account/a");
        assertThat(a.at("/totalResult").toString()).isEqualTo("{\"n\":7}");
        assertThat(a.at("/otherResult").toString()).isEqualTo("{\"n\":3}");
        assertThat(a.at("/metadata").toString())
                .isEqualTo(
                        "{\"eventTypes\":[\"Transaction\"],\"facets\":[\"name\"],\"messages\":[],\"timeWindow\":{\"begin\":1795339800000,"
                                + "\"end\":1795341600000,\"since\":\"1795339800000\",\"until\":\"1795341600000\",\"compareWith\":null}}");
        assertThat(a.at("/queryProgress").toString())
                .isEqualTo(
                        "{\"queryId\":null,\"completed\":true,\"retryAfter\":null,\"retryDeadline\":null,\"resultExpiration\":null}");
        assertThat(a.at("/rawResponse/performanceStats/inspectedCount").intValue())
                .isEqualTo(7);
    }

    @Test
    void totals_of_facets_over_time_are_an_array() throws Exception {
        JsonNode total = client.ask(
                        "query($q: Nrql!) { actor { account(id: 7) { a: nrql(query: $q) { totalResult } } } }",
                        Map.of(
                                "q",
                                "SELECT count(*) AS n FROM Transaction FACET host TIMESERIES 4 minutes SINCE 1795339800000 UNTIL 1795340280000"))
                .at("/data/actor/account/a/totalResult");
        assertThat(total).hasSize(2);
        assertThat(total.get(0).get("n").intValue()).isEqualTo(4);
    }

    @Test
    void a_wrong_or_missing_key_is_refused_and_never_recorded() throws Exception {
        HttpResponse<String> wrong =
                client.send(client.request(ONE, Map.of("q", "SELECT 1")).setHeader("API-Key", "NRAK-WRONG"));
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(Client.MAPPER
                        .readTree(wrong.body())
                        .at("/errors/0/extensions/error_code")
                        .textValue())
                .isEqualTo("BAD_API_KEY");
        client.ask("{ requestContext { apiKey userId } }");
        assertThat(standin.requests()).hasSize(2);
        assertThat(standin.requests().toString()).doesNotContain("NRAK");
    }

    @Test
    void the_key_is_never_echoed() throws Exception {
        assertThat(client.ask("{ requestContext { apiKey userId } }").toString())
                .doesNotContain(standin.apiKey());
    }

    @Test
    void another_account_is_refused_with_access_denied() throws Exception {
        JsonNode answer = client.ask("{ actor { account(id: 8) { nrql(query: \"SELECT 1\") { results } } } }");
        assertThat(answer.at("/errors/0/extensions/errorClass").textValue()).isEqualTo("ACCESS_DENIED");
        assertThat(answer.at("/data/actor/account").isNull()).isTrue();
    }

    @Test
    void a_document_that_is_none_is_an_error_without_data() throws Exception {
        assertThat(client.ask("{ actor { nonsense } }").at("/errors/0/message").textValue())
                .contains("nonsense");
        assertThat(client.ask("{ actor {").has("data")).isFalse();
        assertThat(client.ask(
                                "query($q: String!) { actor { account(id: 7) { nrql(query: $q) { results } } } }",
                                Map.of("q", "SELECT 1"))
                        .at("/errors"))
                .isNotEmpty();
        assertThat(client.send(client.request(ONE, Map.of())
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{")))
                        .body())
                .contains("errors");
    }

    @Test
    void a_whole_schema_decides_first_what_is_a_document(@TempDir Path folder) throws Exception {
        Path schema = Files.writeString(folder.resolve("whole.graphqls"), """
                interface I { f(count: Int = 10): Int }
                type Actor implements I { f(count: Int): Int cloud: String }
                type Query { actor: Actor }
                """);
        standin.close();
        start(options().withSchema(schema));
        assertThat(client.ask("{ actor { user { id } } }")
                        .at("/errors/0/message")
                        .textValue())
                .contains("'user' in type 'Actor' is undefined");
        assertThat(client.ask("{ actor { cloud } }").at("/errors/0/message").textValue())
                .startsWith("NerdGraph has this, the stand-in does not answer it: ");
    }

    @Test
    void broken_lines_of_event_files_are_named(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("Transaction.ndjson"), "{\"timestamp\":1}\n{oops\n{\"name\":\"x\"}\n");
        standin.close();
        start(StandinOptions.DEFAULT.withEvents(folder));
        assertThat(standin.rejected()).hasSize(2);
        assertThat(standin.rejected().get(0)).contains("Transaction.ndjson:2: not a JSON object");
        assertThat(standin.rejected().get(1)).contains("Transaction.ndjson:3: no timestamp");
    }

    @Test
    void now_may_be_where_the_events_end() throws Exception {
        standin.close();
        start(options().withNowAtEndOfEvents());
        assertThat(client.nrql("SELECT count(*) AS n FROM Transaction SINCE 1 hour ago")
                        .at("/0/n")
                        .intValue())
                .isEqualTo(7);
    }

    @Test
    void a_folder_that_is_not_there_is_an_error_of_one_sentence() {
        assertThatThrownBy(() -> NerdGraphEmulator.start(StandinOptions.DEFAULT.withEvents(Path.of("no-such-folder"))))
                .isInstanceOf(IOException.class)
                .hasMessage("no-such-folder does not exist; give an event file or a folder of event files");
    }
}
