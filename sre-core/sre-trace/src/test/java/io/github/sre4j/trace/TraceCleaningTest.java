package io.github.sre4j.trace;

import static io.github.sre4j.trace.Requests.at;
import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TraceCleaningTest {

    private static final long MS = 1_000_000;

    @Test
    void a_span_told_twice_counts_once_and_the_longer_telling_stays() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("a", "root", 10, 20)
                .span("a", "root", 10, 30)
                .trace();
        assertThat(trace.size()).isEqualTo(2);
        assertThat(trace.durationNanos(at(trace, "a"))).isEqualTo(30 * MS);
        assertThat(note(trace, TraceNote.Kind.DUPLICATES))
                .hasValueSatisfying(n -> assertThat(n.count()).isEqualTo(1));
    }

    @Test
    void both_sides_of_a_call_with_one_id_are_two_spans() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .call("c", "root", 10, 80, "GET", "/x", 200)
                .span("c", "root", "stock", "GET /x", 20, 60, span -> span.kind(SpanKind.SERVER))
                .trace();
        assertThat(trace.size()).isEqualTo(3);
        assertThat(trace.span(2).service()).isEqualTo("stock");
        assertThat(trace.parent(2)).as("the callee hangs below the caller").isEqualTo(1);
        assertThat(note(trace, TraceNote.Kind.DUPLICATES)).isEmpty();
    }

    @Test
    void an_orphan_hangs_below_the_root_and_is_said() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("lost", "never-sent", 10, 20)
                .trace();
        int lost = at(trace, "lost");
        assertThat(trace.parent(lost)).isZero();
        assertThat(trace.parentAssumed(lost)).isTrue();
        assertThat(note(trace, TraceNote.Kind.ORPHANS)).isPresent();
    }

    @Test
    void without_a_root_a_stand_in_covers_all() {
        Trace trace = request()
                .span("a", "gone", 0, 40, span -> span.entryPoint(false))
                .span("b", "gone", 60, 40)
                .trace();
        assertThat(trace.span(0).standIn()).isTrue();
        assertThat(trace.durationNanos()).isEqualTo(100 * MS);
        assertThat(note(trace, TraceNote.Kind.ROOT_MISSING)).isPresent();
        assertThat(trace.services()).containsExactly("shop");
    }

    @Test
    void a_first_span_with_an_unknown_caller_is_the_root() {
        Trace trace = request()
                .span("entry", "browser", 0, 100, span -> span.entryPoint(true))
                .span("a", "entry", 10, 40)
                .trace();
        assertThat(trace.span(0).id()).isEqualTo("entry");
        assertThat(note(trace, TraceNote.Kind.CALLER_NOT_SEEN)).isPresent();
        assertThat(note(trace, TraceNote.Kind.ORPHANS)).isEmpty();
    }

    @Test
    void several_roots_are_kept_and_said() {
        Trace trace =
                request().span("one", null, 0, 100).span("two", null, 200, 50).trace();
        assertThat(trace.size()).isEqualTo(2);
        assertThat(note(trace, TraceNote.Kind.SEVERAL_ROOTS).orElseThrow().subjects())
                .containsExactly("two");
    }

    @Test
    void a_callee_whose_clock_is_ahead_is_shifted_with_all_it_sent() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .call("c", "root", 10, 80, "GET", "/x", 200)
                .span("s", "c", "stock", "GET /x", -500, 60, span -> span.kind(SpanKind.SERVER))
                .span("q", "s", "stock", "query", -480, 20, Requests.sql("select 1"))
                .trace();
        assertThat(trace.startNanos(at(trace, "s")))
                .as("no further than needed")
                .isEqualTo(10 * MS);
        assertThat(trace.startNanos(at(trace, "q"))).isEqualTo(30 * MS);
        TraceNote shifted = note(trace, TraceNote.Kind.CLOCK_SHIFTED).orElseThrow();
        assertThat(shifted.nanos()).isEqualTo(510 * MS);
        assertThat(shifted.count()).isEqualTo(2);
    }

    @Test
    void clocks_that_agree_are_left_alone() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .call("c", "root", 10, 80, "GET", "/x", 200)
                .span("s", "c", "stock", "GET /x", 11, 60, span -> span.kind(SpanKind.SERVER))
                .trace();
        assertThat(trace.startNanos(at(trace, "s"))).isEqualTo(11 * MS);
        assertThat(note(trace, TraceNote.Kind.CLOCK_SHIFTED)).isEmpty();
    }

    @Test
    void a_child_that_begins_before_its_parent_is_cut_to_it_and_that_is_said() {
        Trace trace =
                request().span("root", null, 0, 100).span("a", "root", -30, 60).trace();
        assertThat(trace.startNanos(at(trace, "a"))).isZero();
        assertThat(note(trace, TraceNote.Kind.CLAMPED).orElseThrow().nanos()).isEqualTo(30 * MS);
    }

    @Test
    void circles_are_cut() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("a", "b", 10, 20)
                .span("b", "a", 10, 20)
                .trace();
        assertThat(trace.size()).isEqualTo(3);
        assertThat(note(trace, TraceNote.Kind.CIRCLE_CUT)).isPresent();
    }

    @Test
    void durations_that_cannot_be_are_cut_and_said() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("negative", "root", 10, -5)
                .span("absurd", "root", 10, 1e9)
                .span("nothing", "root", 10, 0)
                .trace();
        assertThat(note(trace, TraceNote.Kind.NEGATIVE_DURATION)).isPresent();
        assertThat(note(trace, TraceNote.Kind.ABSURD_DURATION)).isPresent();
        assertThat(note(trace, TraceNote.Kind.ZERO_LENGTH)).isPresent();
        assertThat(trace.durationNanos(at(trace, "negative"))).isZero();
    }

    @Test
    void messages_are_not_waited_for() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("send", "root", 10, 5, span -> span.kind(SpanKind.PRODUCER))
                .span("handle", "send", "mailer", "handle", 50, 300, span -> span.kind(SpanKind.CONSUMER))
                .trace();
        assertThat(trace.asynchronous(at(trace, "handle"))).isTrue();
        assertThat(trace.outside(at(trace, "handle"))).isFalse();
    }

    @Test
    void what_is_missing_is_said() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .call("c", "root", 10, 20, "GET", "/x", 200)
                .query("q", "root", 40, 5, "select * from a where id = ?")
                .query("r", "root", 50, 5, "select * from b where ...")
                .trace();
        assertThat(trace.notes())
                .extracting(TraceNote::kind)
                .contains(
                        TraceNote.Kind.NO_LOGS,
                        TraceNote.Kind.CALLEE_SENT_NO_SPANS,
                        TraceNote.Kind.STATEMENT_OBFUSCATED,
                        TraceNote.Kind.STATEMENT_TRUNCATED);
    }

    @Test
    void a_trace_without_spans_says_so() {
        Trace trace = request().trace();
        assertThat(trace.size()).isZero();
        assertThat(note(trace, TraceNote.Kind.NO_SPANS)).isPresent();
        assertThat(trace.durationNanos()).isZero();
    }

    @Test
    void log_lines_get_ids_in_order_of_time_and_repeats_are_dropped() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .log(20, Severity.INFO, "root", "second", null)
                .log(10, Severity.INFO, "root", "first", null)
                .log(10, Severity.INFO, "root", "first", null)
                .trace();
        assertThat(trace.logs()).extracting(LogLine::id).containsExactly("L1", "L2");
        assertThat(trace.logs()).extracting(LogLine::message).containsExactly("first", "second");
    }

    @Test
    void whatever_comes_every_span_is_kept_and_the_shape_is_a_forest() {
        for (long seed = 0; seed < 1_000; seed++) {
            TraceData data = RandomRequests.broken(seed);
            Trace trace = Trace.of(data);
            int dropped =
                    note(trace, TraceNote.Kind.DUPLICATES).map(TraceNote::count).orElse(0);
            int standIns = (int) trace.spans().stream().filter(Span::standIn).count();
            assertThat(trace.size()).as("seed %d", seed).isEqualTo(data.spans().size() - dropped + standIns);
            for (int i = 0; i < trace.size(); i++) {
                int parent = trace.parent(i);
                assertThat(parent).isLessThan(i);
                if (parent >= 0) {
                    assertThat(trace.subtreeEnd(i)).isLessThanOrEqualTo(trace.subtreeEnd(parent));
                    assertThat(trace.waiter(i) < 0).as("seed %d", seed).isEqualTo(trace.asynchronous(i));
                }
                int waiter = trace.waiter(i);
                if (waiter >= 0) {
                    assertThat(i).as("a waiter is above").isBetween(waiter + 1, trace.subtreeEnd(waiter) - 1);
                    assertThat(trace.startNanos(i))
                            .as("seed %d", seed)
                            .isBetween(trace.startNanos(waiter), trace.endNanos(waiter));
                    assertThat(trace.endNanos(i))
                            .as("seed %d", seed)
                            .isBetween(trace.startNanos(i), trace.endNanos(waiter));
                    assertThat(trace.background(i)).isEqualTo(trace.background(waiter));
                }
            }
        }
    }

    @Test
    void a_chain_of_fifty_thousand_spans_needs_no_deep_stack() {
        List<Span> spans = new ArrayList<>();
        int size = 50_000;
        for (int i = 0; i < size; i++) {
            spans.add(Span.builder("s" + i, "shop", "deep")
                    .parent(i == 0 ? null : "s" + (i - 1))
                    .at(Requests.at(0) + i, 2L * size - 2L * i)
                    .build());
        }
        Trace trace = Trace.of(TraceData.ofSpans("deep", TraceFormat.OTLP, spans));
        assertThat(trace.depth(size - 1)).isEqualTo(size - 1);
        assertThat(io.github.sre4j.trace.path.PathResult.of(trace).path().lengthNanos())
                .isEqualTo(2L * size);
    }

    private static Optional<TraceNote> note(Trace trace, TraceNote.Kind kind) {
        return trace.notes().stream().filter(note -> note.kind() == kind).findFirst();
    }
}
