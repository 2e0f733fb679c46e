package io.github.sre4j.trace.path;

import static io.github.sre4j.trace.Requests.at;
import static io.github.sre4j.trace.Requests.http;
import static io.github.sre4j.trace.Requests.request;
import static io.github.sre4j.trace.Requests.sql;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.BackgroundWork;
import io.github.sre4j.trace.Requests;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceFormat;
import io.github.sre4j.trace.TraceNote;
import org.junit.jupiter.api.Test;

/** Who waited for whom, where the tree of spans alone does not tell. */
class WaitingTest {

    private static final long MS = 1_000_000;

    @Test
    void a_call_that_outlives_the_method_that_sent_it_is_work_of_the_method_above() {
        Trace trace = request()
                .span("root", null, 0, 700)
                .span("handler", "root", 5, 690)
                .span("send1", "handler", 10, 4)
                .call("c1", "send1", 12, 200, "GET", "/a", 200)
                .span("send2", "handler", 215, 1)
                .call("c2", "send2", 216, 250, "GET", "/b", 200)
                .span("send3", "handler", 470, 1)
                .call("c3", "send3", 470, 200, "GET", "/c", 200)
                .trace();
        PathResult result = PathResult.of(trace);
        for (String call : new String[] {"c1", "c2", "c3"}) {
            assertThat(trace.waiter(at(trace, call))).isEqualTo(at(trace, "handler"));
            assertThat(result.times(at(trace, call)).pathNanos()).isEqualTo(trace.durationNanos(at(trace, call)));
        }
        assertThat(result.times(at(trace, "send1")).pathNanos())
                .as("until the call began, the method that sent it was on the path")
                .isEqualTo(2 * MS);
        assertThat(result.times(at(trace, "handler")).pathNanos()).isLessThan(45 * MS);
    }

    @Test
    void work_handed_to_an_executor_is_work_of_the_method_that_joins_it() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("submit", "root", 2, 1)
                .span("task", "submit", 5, 80)
                .trace();
        assertThat(trace.waiter(at(trace, "task"))).isZero();
        assertThat(trace.outside(at(trace, "task"))).isFalse();
        assertThat(PathResult.of(trace).times(at(trace, "task")).pathNanos()).isEqualTo(80 * MS);
    }

    @Test
    void a_span_that_wraps_its_siblings_call_has_only_the_time_in_which_nothing_else_ran() {
        Trace trace = request()
                .span("root", null, 0, 210)
                .span("filter", "root", 1, 206)
                .call("call", "root", 2, 204, "POST", "/orders", 200)
                .span("callee", "call", "orders", "POST /orders", 4, 200, span -> span.kind(SpanKind.SERVER))
                .span("q", "callee", "orders", "query", 6, 190, sql("select 1"))
                .trace();
        PathResult result = PathResult.of(trace);
        assertThat(result.times(at(trace, "q")).pathNanos()).isEqualTo(190 * MS);
        assertThat(result.times(at(trace, "filter")).pathNanos()).isEqualTo(2 * MS);
        assertThat(result.times(at(trace, "filter")).selfNanos()).isEqualTo(2 * MS);
    }

    @Test
    void a_wrapper_that_begins_after_the_call_that_it_wraps_does_not_take_the_path_from_it() {
        Trace trace = request()
                .span("root", null, 0, 210)
                .call("call", "root", 2, 200, "POST", "/orders", 200)
                .span("advice", "root", 4, 204)
                .trace();
        PathResult result = PathResult.of(trace);
        assertThat(result.times(at(trace, "call")).pathNanos()).isEqualTo(200 * MS);
        assertThat(result.times(at(trace, "advice")).pathNanos()).isEqualTo(6 * MS);
    }

    @Test
    void statements_beside_the_method_that_ran_them_are_what_it_waited_for() {
        Requests requests = request().span("root", null, 0, 500).span("controller", "root", 5, 490);
        for (int i = 0; i < 8; i++) {
            requests.query("q" + i, "root", 20 + 50 * i, 45, "select * from author where id = " + i);
        }
        Trace trace = requests.trace();
        PathResult result = PathResult.of(trace);
        assertThat(result.times(at(trace, "q3")).pathNanos()).isEqualTo(45 * MS);
        assertThat(result.times(at(trace, "controller")).selfNanos()).isEqualTo(130 * MS);
        assertThat(result.dragNanos(new int[] {at(trace, "q0"), at(trace, "q1")}))
                .isEqualTo(90 * MS);
    }

    @Test
    void code_of_a_worker_is_no_wrapper_of_a_call_that_it_hardly_touches() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .call("call", "root", 0, 40, "GET", "/a", 200)
                .span("render", "root", 38, 60)
                .trace();
        assertThat(PathResult.of(trace).times(at(trace, "render")).pathNanos()).isEqualTo(60 * MS);
    }

    @Test
    void an_awaited_child_that_ends_late_is_cut_and_what_is_below_it_stays() {
        Trace trace = request()
                .from(TraceFormat.JAEGER)
                .span("root", null, 0, 100)
                .span("load", "root", 2.1, 101)
                .query("q", "load", 10, 85, "select 1")
                .trace();
        PathResult result = PathResult.of(trace);
        assertThat(trace.endNanos(at(trace, "load"))).isEqualTo(100 * MS);
        assertThat(trace.cut(at(trace, "load"))).isTrue();
        assertThat(result.times(at(trace, "q")).pathNanos()).isEqualTo(85 * MS);
    }

    @Test
    void what_is_below_a_callee_whose_caller_gave_up_is_cut_with_it() {
        Trace trace = request()
                .span("root", null, 0, 1_000)
                .span("call", "root", "shop", "GET", 2, 990, http("GET", "/report", 0))
                .span("callee", "call", "report", "GET /report", 5, 4_800, span -> span.kind(SpanKind.SERVER))
                .span("q", "callee", "report", "query", 10, 4_700, sql("select 1"))
                .trace();
        assertThat(trace.asynchronous(at(trace, "q"))).isFalse();
        assertThat(PathResult.of(trace).times(at(trace, "q")).pathNanos()).isEqualTo(982 * MS);
        assertThat(trace.notes())
                .filteredOn(note -> note.kind() == TraceNote.Kind.CLAMPED)
                .singleElement()
                .satisfies(
                        note -> assertThat(note.count()).as("the callee alone").isEqualTo(1));
    }

    @Test
    void a_retry_does_not_wait_for_the_callee_that_was_given_up() {
        Trace trace = request()
                .span("root", null, 0, 3_000)
                .span("first", "root", "shop", "GET", 0, 1_000, http("GET", "/a", 0))
                .span("slow", "first", "stock", "GET /a", 1, 1_800, span -> span.kind(SpanKind.SERVER))
                .span("second", "root", "shop", "GET", 1_010, 300, http("GET", "/a", 200))
                .trace();
        assertThat(trace.waiter(at(trace, "slow"))).isEqualTo(at(trace, "first"));
        assertThat(PathResult.of(trace).times(at(trace, "second")).pathNanos()).isEqualTo(300 * MS);
    }

    @Test
    void a_span_without_an_end_lasted_at_least_as_long_as_what_it_waited_for() {
        Trace trace = request()
                .span("root", null, 0, 0, span -> span.unfinished(true))
                .query("q", "root", 10, 390, "select 1")
                .trace();
        assertThat(trace.durationNanos()).isEqualTo(400 * MS);
        assertThat(trace.unfinished(0)).isTrue();
        assertThat(PathResult.of(trace).times(at(trace, "q")).pathNanos()).isEqualTo(390 * MS);
        assertThat(trace.notes()).extracting(TraceNote::kind).contains(TraceNote.Kind.UNFINISHED);
    }

    @Test
    void a_callee_that_ends_after_its_call_shows_no_difference_of_clocks() {
        Trace trace = request()
                .span("root", null, 0, 20)
                .span("call", "root", "shop", "GET", 6.378, 9.352, http("GET", "/a", 200))
                .span("callee", "call", "order", "GET /a", 10, 5.898, span -> span.kind(SpanKind.SERVER))
                .trace();
        assertThat(trace.startNanos(at(trace, "callee"))).isEqualTo(10 * MS);
        assertThat(trace.notes()).extracting(TraceNote::kind).doesNotContain(TraceNote.Kind.CLOCK_SHIFTED);
    }

    @Test
    void starts_rounded_to_a_millisecond_show_no_difference_of_clocks() {
        Trace trace = request()
                .span("root", null, 0, 20)
                .span("call", "root", "shop", "GET", 6, 9.352, http("GET", "/a", 200))
                .span("callee", "call", "order", "GET /a", 5, 5.898, span -> span.kind(SpanKind.SERVER))
                .trace();
        assertThat(trace.notes())
                .extracting(TraceNote::kind)
                .doesNotContain(TraceNote.Kind.CLOCK_SHIFTED, TraceNote.Kind.CLAMPED);
    }

    @Test
    void a_one_way_call_says_when_it_was_received_and_nothing_of_clocks() {
        Trace trace = request()
                .span("root", null, 0, 4)
                .span(
                        "sent",
                        "root",
                        "shop",
                        "notify",
                        2,
                        0,
                        span -> span.kind(SpanKind.CLIENT).unfinished(true))
                .span(
                        "received",
                        "sent",
                        "mail",
                        "notify",
                        902,
                        0,
                        span -> span.kind(SpanKind.SERVER).unfinished(true))
                .span("render", "received", "mail", "render", 903, 250, span -> {})
                .trace();
        assertThat(trace.asynchronous(at(trace, "received"))).isTrue();
        assertThat(trace.background(at(trace, "render"))).isTrue();
        assertThat(trace.durationNanos()).isEqualTo(4 * MS);
        assertThat(trace.notes()).extracting(TraceNote::kind).doesNotContain(TraceNote.Kind.CLOCK_SHIFTED);
        assertThat(PathResult.of(trace).background()).singleElement().satisfies(work -> {
            assertThat(work.startNanos()).isEqualTo(902 * MS);
            assertThat(work.durationNanos()).isEqualTo(251 * MS);
        });
    }

    @Test
    void the_handling_of_a_message_has_a_path_of_its_own() {
        Trace trace = request()
                .span("root", null, 0, 40)
                .span("publish", "root", 20, 12, span -> span.kind(SpanKind.PRODUCER))
                .span("process", "publish", "billing", "orders process", 300, 950, span -> span.kind(SpanKind.CONSUMER))
                .span("q", "process", "billing", "query", 310, 890, sql("select 1"))
                .trace();
        PathResult result = PathResult.of(trace);
        assertThat(result.background())
                .containsExactly(new BackgroundWork(
                        at(trace, "process"), "process", 300 * MS, 950 * MS, at(trace, "q"), 890 * MS));
    }

    @Test
    void what_a_message_is_received_for_is_its_handling() {
        Trace trace = request()
                .span(
                        "receive",
                        null,
                        0,
                        0.4,
                        span -> span.kind(SpanKind.CONSUMER)
                                .attributes(java.util.Map.of("messaging.operation.type", "receive")))
                .span("process", "receive", 1, 900, span -> span.kind(SpanKind.CONSUMER))
                .query("q", "process", 10, 850, "select 1")
                .trace();
        assertThat(trace.durationNanos()).isEqualTo(901 * MS);
        assertThat(PathResult.of(trace).times(at(trace, "q")).pathNanos()).isEqualTo(850 * MS);
    }
}
