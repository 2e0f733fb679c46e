package io.github.sre4j.newrelic.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.examples.standin.NerdGraphStandin;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.examples.standin.limits.Limits;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceData;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
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

    private NerdGraphStandin standin;

    @BeforeEach
    void start() throws Exception {
        standin = NerdGraphStandin.start(StandinOptions.DEFAULT
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
        assertThatThrownBy(() -> RequestId.in(pasted))
                .hasMessageStartingWith("there is no trace id in what was given: one is 32");
    }

    private TraceData search(RequestId request) throws Exception {
        NerdGraphOptions options = new NerdGraphOptions(
                standin.url(),
                UserKey.of(standin.apiKey(), "the test"),
                null,
                Duration.ofSeconds(3),
                Duration.ofSeconds(2));
        return new RequestSearch(new NerdGraph(options, new BuildScope()), OptionalLong.empty()).find(request, WINDOW);
    }
}
