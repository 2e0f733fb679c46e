package io.github.sre4j.newrelic.nerdgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.sre4j.newrelic.nerdgraph.CannedNerdGraph.Canned;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Nrql;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers of every shape end in rows or in one sentence. */
class AnswerShapesTest {

    private static final Nrql QUERY = Nrql.from("Transaction")
            .select("n", Aggregate.count())
            .between(Instant.parse("2026-11-22T08:00:00Z"), Instant.parse("2026-11-22T09:00:00Z"));

    private CannedNerdGraph server;
    private NerdGraph client;

    @BeforeEach
    void start() throws Exception {
        server = CannedNerdGraph.answering(body -> Canned.ok("{}"));
        client = server.client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "{'errorClass':'ACCESS_DENIED'}|x|the key has no access to this account",
                "{'error_code':'BAD_API_KEY'}|x|New Relic rejects the key",
                "{'errorClass':'INVALID_INPUT'}|no such thing|New Relic rejects the query: no such thing",
                "{'code':'BAD_USER_INPUT'}|no|New Relic rejects the query: no",
                "{'errorCode':'NRDB:1107005'}|no|New Relic rejects the query: no",
                "{'classification':'ValidationError'}|no|New Relic rejects the query: no",
                "{'errorCode':'NRDB:1106924'}|x|too many requests by the user of this key",
                "{'errorClass':'TOO_MANY_REQUESTS'}|x|too many requests by the user of this key",
                "{'errorCode':'NRDB:1109'}|x|a query exceeded the time limit of New Relic",
                "{'errorClass':'SERVER_ERROR'}|oh|New Relic returned an error: oh",
                "{'errorClass':'NEVER_SEEN_BEFORE'}|oh|New Relic returned an error: oh",
                "null|NRQL Syntax Error: unexpected 'ESCAPE'|New Relic rejects the query: NRQL Syntax Error: unexpected 'ESCAPE'",
                "null|Unknown function x()|New Relic rejects the query: Unknown function x()",
                "null|You are not authorized to query account 7|the key has no access to this account",
                "null|Your query's start time must be before its end time.|New Relic rejects the query: Your query's start time",
                "null|NRDB query duration exceeded the set timeout|a query exceeded the time limit of New Relic",
                "null|An error occurred resolving this field|New Relic returned an error: An error occurred resolving this field",
                "null|\"\"|New Relic returned an error: (no details)",
            })
    void each_class_of_error_is_known_under_all_its_names(String extensions, String message, String sentence) {
        answer("[{\"message\":\"" + message + "\",\"path\":[\"actor\",\"account\",0,\"r0\"],\"extensions\":"
                + extensions.replace('\'', '"') + "}]");
        assertThatThrownBy(this::rows).isInstanceOf(NerdGraphException.class).hasMessageStartingWith(sentence);
    }

    @Test
    void among_several_errors_the_one_that_must_be_repaired_is_told() {
        answer(
                "[{\"message\":\"This field is deprecated! Use another\"},{\"message\":\"An error occurred resolving this field\"},{\"message\":\"x\",\"extensions\":{\"errorClass\":\"ACCESS_DENIED\"}}]");
        assertThatThrownBy(this::rows).hasMessageStartingWith("the key has no access to this account;");
    }

    @Test
    void a_notice_of_deprecation_alone_is_no_error() throws Exception {
        server.answer(
                body -> Canned.ok(
                        "{\"data\":{\"actor\":{\"account\":{\"r0\":{\"results\":[{\"n\":7.0}]}}}},\"errors\":[{\"message\":\"This field is deprecated! Use another\",\"path\":[\"actor\",1]}]}"));
        assertThat(rows().get(0).get(0).count("n")).isEqualTo(7);
    }

    @Test
    void errors_that_are_no_list_or_hold_only_text_are_read_too() {
        answer("{\"message\":\"Unknown function y()\"}");
        assertThatThrownBy(this::rows).hasMessage("New Relic rejects the query: Unknown function y()");
        answer("[\"Unknown function z()\"]");
        assertThatThrownBy(this::rows).hasMessage("New Relic rejects the query: Unknown function z()");
        server.answer(body -> Canned.ok("{\"error\":{\"title\":\"The API key provided is invalid\"}}"));
        assertThatThrownBy(this::rows).hasMessageStartingWith("New Relic rejects the key. Use a");
    }

    @Test
    void a_key_that_the_server_quotes_goes_no_further() {
        answer("[{\"message\":\"cannot do it for " + CannedNerdGraph.KEY + " today\"}]");
        Throwable e = catchThrowable(this::rows);
        assertThat(e).hasMessage("New Relic returned an error: cannot do it for [key] today");
        server.answer(body -> Canned.ok("<html>Not for " + CannedNerdGraph.KEY + "</html>"));
        Throwable page = catchThrowable(this::rows);
        StringWriter everything = new StringWriter();
        e.printStackTrace(new PrintWriter(everything));
        page.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).contains("is not NerdGraph").doesNotContain("CANARY");
    }

    @Test
    void line_breaks_and_long_tales_of_a_server_become_one_line() {
        answer("[{\"message\":\"one\\ntwo\\u001b[31m" + "x".repeat(5_000) + "\"}]");
        Throwable e = catchThrowable(this::rows);
        assertThat(e.getMessage())
                .startsWith("New Relic returned an error: one two [31mxxx")
                .doesNotContain("\n", "\u001b");
        assertThat(e.getMessage().length()).isLessThan(400);
    }

    @Test
    void any_json_at_any_place_is_rows_or_a_sentence() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            String body = switch (random.nextInt(5)) {
                case 0 -> any(random, 3);
                case 1 -> "{\"data\":" + any(random, 3) + "}";
                case 2 -> "{\"data\":{\"actor\":" + any(random, 3) + "},\"errors\":" + any(random, 3) + "}";
                case 3 ->
                    "{\"data\":{\"actor\":{\"account\":{\"r0\":{\"results\":" + any(random, 3)
                            + "}},\"entitySearch\":{\"results\":{\"entities\":" + any(random, 2) + "}}}}}";
                default ->
                    "{\"errors\":[{\"message\":" + any(random, 1) + ",\"path\":" + any(random, 2) + ",\"extensions\":"
                            + any(random, 2) + "}]}";
            };
            server.answer(request -> Canned.ok(body));
            for (Throwable e : new Throwable[] {
                catchThrowable(this::rows),
                catchThrowable(() -> new EntitySearch(anew()).services("orders", OptionalLong.empty())),
                catchThrowable(() -> new EntitySearch(anew()).byGuid("x")),
                catchThrowable(() -> new AccessProbe(anew()).accounts())
            }) {
                if (e != null) {
                    assertThat(e).as(body).isInstanceOf(NerdGraphException.class);
                    assertThat(e.getMessage()).as(body).isNotBlank().doesNotContain("\n", "Exception");
                }
            }
        }
    }

    private static String any(Random random, int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 8)) {
            case 0 -> "null";
            case 1 -> "true";
            case 2 -> "-1.5e3";
            case 3 -> "12345678901234567890";
            case 4 -> "\"\"";
            case 5 -> "\"text\"";
            case 6 -> "[" + any(random, depth - 1) + "," + any(random, depth - 1) + "]";
            default ->
                "{\"message\":" + any(random, depth - 1) + ",\"results\":" + any(random, depth - 1) + ",\"account\":"
                        + any(random, depth - 1) + "}";
        };
    }

    /** A build that knows nothing of an outage. */
    private NerdGraph anew() {
        return client.in(new BuildScope());
    }

    private void answer(String errors) {
        server.answer(
                body -> Canned.ok("{\"data\":{\"actor\":{\"account\":{\"r0\":null}}},\"errors\":" + errors + "}"));
    }

    private List<List<Row>> rows() throws NerdGraphException {
        return new NrqlQueries(anew(), 1).ask(List.of(QUERY));
    }
}
