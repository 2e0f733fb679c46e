package io.github.sre4j.newrelic.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.sli.Window;
import io.github.sre4j.text.Texts;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.render.TerminalStory;
import io.github.sre4j.trace.source.RequestId;
import io.github.sre4j.trace.story.TraceAnalyzer;
import io.github.sre4j.trace.story.TraceStory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestSearchTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    private static final Window WINDOW = Window.endingAt(UNTIL, Duration.ofDays(1));
    private static final String TRACE = "9f932067b7c8dc3bad75b8bb1f778efb";
    private static final String GUID = "dbae13014269699c";

    private NerdGraphEmulator standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphEmulator.start(StandinOptions.DEFAULT
                .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                .withLimits(Limits.NONE));
        long at = UNTIL.minusSeconds(600).toEpochMilli();
        standin.add(
                "Span",
                List.of(
                        Map.of(
                                "traceId",
                                TRACE,
                                "guid",
                                "a1",
                                "transactionId",
                                GUID,
                                "nr.entryPoint",
                                true,
                                "timestamp",
                                at,
                                "duration",
                                0.5,
                                "name",
                                "Servlet/GET",
                                "appName",
                                "orders"),
                        Map.of(
                                "traceId",
                                TRACE,
                                "guid",
                                "a2",
                                "parentId",
                                "a1",
                                "transactionId",
                                GUID,
                                "timestamp",
                                at + 10,
                                "duration",
                                0.4,
                                "name",
                                "Datastore/statement/Postgres/orders/select",
                                "appName",
                                "orders"),
                        Map.of(
                                "traceId",
                                "0".repeat(32),
                                "guid",
                                "b1",
                                "timestamp",
                                at,
                                "duration",
                                0.1,
                                "name",
                                "other",
                                "appName",
                                "orders")));
        standin.add(
                "Transaction",
                List.of(Map.of(
                        "guid",
                        GUID,
                        "traceId",
                        TRACE,
                        "timestamp",
                        at,
                        "duration",
                        0.5,
                        "name",
                        "WebTransaction/SpringController/orders (GET)",
                        "appName",
                        "orders")));
        standin.add(
                "Log",
                List.of(Map.of(
                        "trace.id",
                        TRACE,
                        "span.id",
                        "a2",
                        "timestamp",
                        at + 20,
                        "level",
                        "ERROR",
                        "message",
                        "late")));
    }

    @AfterEach
    void stop() {
        standin.close();
    }

    @Test
    void a_trace_id_gives_spans_rows_and_log_lines_of_that_request_alone() throws Exception {
        TraceData found = search(RequestId.in(TRACE));
        assertThat(found.spans()).hasSize(2);
        assertThat(found.transactions()).hasSize(1);
        assertThat(found.logs()).hasSize(1);
    }

    @Test
    void the_guid_of_a_transaction_gives_the_whole_trace() throws Exception {
        TraceData found = search(RequestId.in(GUID));
        assertThat(found.spans()).hasSize(2);
        assertThat(found.transactions()).hasSize(1);
    }

    @Test
    void an_unknown_id_gives_nothing() throws Exception {
        TraceData found = search(RequestId.in("f".repeat(32)));
        assertThat(found.spans()).isEmpty();
        assertThat(found.transactions()).isEmpty();
    }

    @Test
    void a_trace_of_more_spans_than_a_query_gives_is_whole() throws Exception {
        String trace = "c".repeat(32);
        standin.add("Span", List.of(span(trace, "root", null, 0, 30.0)));
        standin.add("Span", spans(trace, 6_000, 3));
        standin.add("Span", spans(trace, 7_000, 20_000));
        TraceData found = search(RequestId.in(trace));
        assertThat(found.spans()).hasSize(13_001).extracting(Span::id).doesNotHaveDuplicates();
        assertThat(found.readNotes()).noneMatch(note -> note.kind() == TraceNote.Kind.ROWS_CUT);
        assertThat(standin.requests()).as("round trips").hasSizeLessThan(10);
    }

    @Test
    void more_spans_in_one_millisecond_than_a_query_gives_are_said_to_be_cut() throws Exception {
        String trace = "d".repeat(32);
        standin.add("Span", spans(trace, 6_000, 1));
        TraceData found = search(RequestId.in(trace));
        assertThat(found.spans()).hasSize(5_000);
        assertThat(found.readNotes()).anyMatch(note -> note.kind() == TraceNote.Kind.ROWS_CUT);
    }

    @Test
    void a_request_is_found_in_all_accounts_and_those_that_refuse_are_named() throws Exception {
        try (NerdGraphEmulator other = NerdGraphEmulator.start(StandinOptions.DEFAULT
                        .withClock(Clock.fixed(UNTIL, ZoneOffset.UTC))
                        .withLimits(Limits.NONE));
                SeveralAccounts both = new SeveralAccounts(List.of(standin, other))) {
            other.add("Span", List.of(span(TRACE, "s1", "a1", 600, 0.2)));
            TraceData found = search(both.url(), RequestId.in(GUID), UNTIL);
            assertThat(found.spans()).extracting(Span::id).containsExactlyInAnyOrder("a1", "a2", "s1");
            assertThat(found.readNotes())
                    .filteredOn(note -> note.kind() == TraceNote.Kind.ACCOUNTS_SILENT)
                    .singleElement()
                    .satisfies(note -> assertThat(note.subjects()).containsExactly("3"));
        }
    }

    @Test
    void if_nobody_knows_the_request_and_an_account_refused_that_is_the_answer() throws Exception {
        try (SeveralAccounts both = new SeveralAccounts(List.of(standin))) {
            assertThatThrownBy(() -> search(both.url(), RequestId.in("e".repeat(32)), UNTIL))
                    .isInstanceOf(NerdGraphException.class);
        }
    }

    @Test
    void a_request_of_just_now_is_said_to_be_too_fresh() throws Exception {
        Instant end = UNTIL.minusSeconds(600).plusMillis(500);
        assertThat(search(standin.url(), RequestId.in(TRACE), end.plusSeconds(40))
                        .readNotes())
                .filteredOn(note -> note.kind() == TraceNote.Kind.TOO_FRESH)
                .singleElement()
                .satisfies(note -> assertThat(note.nanos()).isEqualTo(40_000_000_000L));
        assertThat(search(standin.url(), RequestId.in(TRACE), end.plusSeconds(90))
                        .readNotes())
                .noneMatch(note -> note.kind() == TraceNote.Kind.TOO_FRESH);
    }

    @Test
    void a_transaction_that_does_not_say_its_trace_is_found_by_its_spans() throws Exception {
        String trace = "a".repeat(32);
        Map<String, Object> span = new HashMap<>(span(trace, "x1", null, 0, 0.5));
        span.put("transactionId", "1111222233334444");
        standin.add("Span", List.of(span));
        long at = UNTIL.minusSeconds(600).toEpochMilli();
        standin.add(
                "Transaction",
                List.of(Map.of(
                        "guid",
                        "1111222233334444",
                        "timestamp",
                        at,
                        "duration",
                        0.5,
                        "name",
                        "WebTransaction/x",
                        "appName",
                        "orders")));
        assertThat(search(RequestId.in(trace)).transactions()).hasSize(1);
    }

    @Test
    void what_was_not_sampled_is_told_by_its_transaction_its_error_and_its_log_lines() throws Exception {
        String trace = "b".repeat(32);
        String guid = "aaaabbbbccccdddd";
        long at = UNTIL.minusSeconds(600).toEpochMilli();
        standin.add(
                "Transaction",
                List.of(Map.of(
                        "guid",
                        guid,
                        "traceId",
                        trace,
                        "timestamp",
                        at,
                        "duration",
                        1.5,
                        "name",
                        "WebTransaction/SpringController/pay (POST)",
                        "appName",
                        "pay",
                        "error",
                        true,
                        "http.statusCode",
                        500,
                        "databaseDuration",
                        1.2,
                        "databaseCallCount",
                        3.0)));
        standin.add(
                "TransactionError",
                List.of(Map.of(
                        "guid",
                        guid,
                        "timestamp",
                        at,
                        "error.class",
                        "pay.DeclinedException",
                        "error.message",
                        "declined",
                        "appName",
                        "pay")));
        standin.add(
                "Log",
                List.of(Map.of(
                        "trace.id",
                        trace,
                        "span.id",
                        "nowhere",
                        "timestamp",
                        at + 20,
                        "level",
                        "ERROR",
                        "message",
                        "declined by bank",
                        "entity.name",
                        "pay")));
        TraceStory story = TraceAnalyzer.DEFAULT.read(search(RequestId.in(guid)));
        assertThat(TerminalStory.of(story, Texts.of("en"), 4_000, false))
                .containsSubsequence(
                        "POST /pay → 500 in 1.5",
                        "No spans, only its transaction: 1.2 s in the database (3 calls)",
                        "pay.DeclinedException",
                        "declined by bank",
                        "not sampled");
    }

    @Test
    void whether_a_silent_request_could_have_logged_is_known() throws Exception {
        String trace = "f".repeat(32);
        standin.add("Span", List.of(span(trace, "y1", null, 0, 0.5)));
        assertThat(search(RequestId.in(trace)).readNotes())
                .noneMatch(note -> note.kind() == TraceNote.Kind.LOGGED_NOTHING);
        standin.add(
                "Log",
                List.of(Map.of(
                        "trace.id",
                        "0".repeat(32),
                        "timestamp",
                        UNTIL.minusSeconds(500).toEpochMilli(),
                        "message",
                        "x",
                        "entity.name",
                        "orders")));
        assertThat(search(RequestId.in(trace)).readNotes())
                .anyMatch(note -> note.kind() == TraceNote.Kind.LOGGED_NOTHING);
    }

    @Test
    void an_address_that_keeps_the_id_in_its_state_is_understood() {
        String state = Base64.getUrlEncoder()
                .encodeToString(("{\"nerdletId\":\"distributed-tracing.trace\",\"traceId\":\"" + TRACE + "\"}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(RequestId.in("https://one.newrelic.com/launcher/dt.launcher?platform[accountId]=1&pane=" + state))
                .isEqualTo(new RequestId(TRACE, false));
        assertThat(RequestId.in("https://one.newrelic.com/x?q=trace.id%20%3D%20%27" + TRACE
                        + "%27&state=0f8b1b7e-1c2d-3e4f-5a6b-7c8d9e0f1a2b"))
                .isEqualTo(new RequestId(TRACE, false));
    }

    @Test
    void a_short_link_holds_no_id_and_that_is_said() {
        assertThatThrownBy(() -> RequestId.in("https://onenr.io/0aBcDeFg123"))
                .hasMessage(
                        "a short link of New Relic does not contain the id. Open it and paste the full URL or the trace id");
    }

    private static Map<String, Object> span(String trace, String id, String parent, long atMillis, double seconds) {
        Map<String, Object> row = new HashMap<>();
        row.put("traceId", trace);
        row.put("guid", id);
        row.put("timestamp", UNTIL.minusSeconds(600).toEpochMilli() + atMillis);
        row.put("duration", seconds);
        row.put("name", "work");
        row.put("appName", "orders");
        if (parent == null) {
            row.put("nr.entryPoint", true);
        } else {
            row.put("parentId", parent);
        }
        return row;
    }

    /** Spans spread over so many milliseconds. */
    private static List<Map<String, Object>> spans(String trace, int count, int millis) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(span(trace, count + "-" + i, "root", (long) i * millis / count, 0.0001));
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9f932067b7c8dc3bad75b8bb1f778efb",
                "  9F932067B7C8DC3BAD75B8BB1F778EFB\n",
                "https://one.newrelic.com/distributed-tracing/9f932067b7c8dc3bad75b8bb1f778efb?account=7",
                "trace.id=9f932067b7c8dc3bad75b8bb1f778efb span.id=dbae13014269699c"
            })
    void a_trace_id_is_found_in_whatever_was_pasted(String pasted) {
        assertThat(RequestId.in(pasted)).isEqualTo(new RequestId(TRACE, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "orders", "9f932067b7c8dc3bad75b8bb1f778efb00", "9f93"})
    void what_holds_no_id_is_told_what_one_looks_like(String pasted) {
        assertThatThrownBy(() -> RequestId.in(pasted)).hasMessageStartingWith("no trace id found. A trace id has 32");
    }

    private TraceData search(RequestId request) throws Exception {
        return search(standin.url(), request, UNTIL);
    }

    private TraceData search(URI url, RequestId request, Instant now) throws Exception {
        NerdGraphOptions options = new NerdGraphOptions(
                url, UserKey.of(standin.apiKey(), "the test"), null, Duration.ofSeconds(3), Duration.ofSeconds(2));
        return new RequestSearch(
                        new NerdGraph(options, new BuildScope()),
                        OptionalLong.empty(),
                        Clock.fixed(now, ZoneOffset.UTC))
                .find(request, WINDOW);
    }
}
