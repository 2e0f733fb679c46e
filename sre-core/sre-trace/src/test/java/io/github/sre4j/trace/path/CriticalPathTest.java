package io.github.sre4j.trace.path;

import static io.github.sre4j.trace.Requests.at;
import static io.github.sre4j.trace.Requests.request;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.CriticalPath.Segment;
import io.github.sre4j.trace.RandomRequests;
import io.github.sre4j.trace.SpanTimes;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceData;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CriticalPathTest {

    private static final long MS = 1_000_000;

    @Test
    void the_child_that_ended_last_is_what_was_waited_for() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("short", "root", 10, 30)
                .span("long", "root", 10, 80)
                .trace();
        PathResult result = PathResult.of(trace);
        assertThat(steps(trace, result)).containsExactly("root 0-10", "long 10-90", "root 90-100");
        SpanTimes kept = result.times(at(trace, "short"));
        assertThat(kept.dragNanos()).isZero();
        assertThat(kept.slackNanos()).isEqualTo(50 * MS);
        assertThat(result.times(at(trace, "long")).dragNanos())
                .as("the other branch still takes 30 ms: no more than 50 ms can be saved")
                .isEqualTo(50 * MS);
    }

    @Test
    void children_back_to_back_are_all_on_the_path() {
        Trace trace = request()
                .span("root", null, 0, 90)
                .span("a", "root", 0, 30)
                .span("b", "root", 30, 30)
                .span("c", "root", 60, 30)
                .trace();
        assertThat(steps(trace, PathResult.of(trace))).containsExactly("a 0-30", "b 30-60", "c 60-90");
    }

    @Test
    void self_time_counts_overlapping_children_once() {
        Trace trace = request()
                .span("root", null, 0, 100)
                .span("a", "root", 10, 50)
                .span("b", "root", 20, 50)
                .trace();
        assertThat(PathResult.of(trace).times(0).selfNanos()).isEqualTo(40 * MS);
    }

    @Test
    void on_well_formed_traces_the_path_is_as_long_as_the_root() {
        for (long seed = 0; seed < 400; seed++) {
            Trace trace = Trace.of(RandomRequests.wellFormed(seed));
            PathResult result = PathResult.of(trace);
            long own = 0;
            long cursor = 0;
            for (Segment segment : result.path().segments()) {
                assertThat(segment.fromNanos())
                        .as("no hole, no overlap, seed %d", seed)
                        .isEqualTo(cursor);
                cursor = segment.toNanos();
                own += segment.toNanos() - segment.fromNanos();
            }
            assertThat(own).as("seed %d", seed).isEqualTo(trace.durationNanos());
            assertThat(result.path().lengthNanos()).isEqualTo(trace.durationNanos());
        }
    }

    @Test
    void no_span_drags_more_than_it_took_and_none_has_both_slack_and_drag() {
        for (long seed = 0; seed < 800; seed++) {
            TraceData data = seed % 2 == 0 ? RandomRequests.wellFormed(seed) : RandomRequests.broken(seed);
            Trace trace = Trace.of(data);
            PathResult result = PathResult.of(trace);
            for (int i = 0; i < trace.size(); i++) {
                SpanTimes times = result.times(i);
                String what = "seed " + seed + " span " + trace.span(i).id() + " " + times;
                assertThat(times.dragNanos()).as(what).isBetween(0L, Math.max(0, trace.durationNanos(i)));
                assertThat(times.dragNanos()).as(what).isLessThanOrEqualTo(trace.durationNanos());
                assertThat(times.selfNanos()).as(what).isBetween(0L, Math.max(0, trace.durationNanos(i)));
                assertThat(times.pathNanos()).as(what).isLessThanOrEqualTo(trace.durationNanos());
                assertThat(times.slackNanos()).as(what).isNotNegative();
                assertThat(times.slackNanos() > 0 && times.dragNanos() > 0)
                        .as(what)
                        .isFalse();
            }
        }
    }

    @Test
    void a_group_of_spans_drags_no_more_than_the_request_took() {
        for (long seed = 0; seed < 200; seed++) {
            Trace trace = Trace.of(RandomRequests.wellFormed(seed));
            PathResult result = PathResult.of(trace);
            int[] children = trace.size() < 2
                    ? new int[0]
                    : java.util.stream.IntStream.range(1, trace.size())
                            .filter(i -> trace.parent(i) == 0)
                            .toArray();
            assertThat(result.dragNanos(children)).isBetween(0L, trace.durationNanos());
        }
    }

    @Test
    void the_order_of_input_does_not_matter() {
        for (long seed = 0; seed < 300; seed++) {
            TraceData data = seed % 2 == 0 ? RandomRequests.wellFormed(seed) : RandomRequests.broken(seed);
            List<io.github.sre4j.trace.Span> other = new ArrayList<>(data.spans());
            Collections.shuffle(other, new Random(seed + 1));
            Trace one = Trace.of(data);
            Trace two = Trace.of(TraceData.ofSpans(data.traceId(), data.format(), other));
            assertThat(two.spans()).as("seed %d", seed).isEqualTo(one.spans());
            assertThat(two.notes()).as("seed %d", seed).isEqualTo(one.notes());
            assertThat(PathResult.of(two).path()).isEqualTo(PathResult.of(one).path());
            assertThat(PathResult.of(two).times()).isEqualTo(PathResult.of(one).times());
        }
    }

    private static List<String> steps(Trace trace, PathResult result) {
        return result.path().segments().stream()
                .map(s -> trace.span(s.span()).id() + " " + s.fromNanos() / MS + "-" + s.toNanos() / MS)
                .toList();
    }
}
