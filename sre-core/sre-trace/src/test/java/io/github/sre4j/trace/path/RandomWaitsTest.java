package io.github.sre4j.trace.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * An interpreter of programs that wait: it runs a random program on a clock, knows for every moment who was waited for, and emits spans as agents do:
 * with asynchronous calls below methods that return at once, late ends, starts rounded to milliseconds, clocks that differ, messages.
 */
class RandomWaitsTest {

    private static final long EPOCH = 1_763_800_000_000_000_000L;
    private static final long MICRO = 1_000;

    private Random random = new Random(0);
    private final List<Span> spans = new ArrayList<>();
    private final Map<String, Long> truth = new HashMap<>();
    private long clock;
    private long skew;
    private boolean rounded;
    private boolean skewed;

    @Test
    void the_path_is_what_the_program_waited_for() {
        for (long seed = 0; seed < 1_500; seed++) {
            PathResult result = run(seed, false);
            Trace trace = trace();
            for (int i = 0; i < trace.size(); i++) {
                String id = trace.span(i).id();
                assertThat(result.times(i).pathNanos())
                        .as("seed %d, span %s", seed, id)
                        .isCloseTo(truth.getOrDefault(id, 0L), org.assertj.core.api.Assertions.within(4L * MICRO));
            }
        }
    }

    @Test
    void rounding_moves_it_by_no_more_than_the_steps() {
        for (long seed = 0; seed < 500; seed++) {
            PathResult result = run(seed, true);
            Trace trace = trace();
            long known = truth.values().stream().mapToLong(Long::longValue).sum();
            long wrong = 0;
            for (int i = 0; i < trace.size(); i++) {
                wrong += Math.abs(result.times(i).pathNanos()
                        - truth.getOrDefault(trace.span(i).id(), 0L));
            }
            assertThat(wrong)
                    .as("seed %d: sum of all differences", seed)
                    .isLessThanOrEqualTo(Math.max(known / 10, 4_000_000L * trace.size()));
        }
    }

    @Test
    void a_callee_whose_clock_is_behind_is_placed_where_its_call_allows() {
        for (long seed = 0; seed < 500; seed++) {
            skewed = true;
            PathResult result = run(seed, false);
            skewed = false;
            Trace trace = trace();
            for (int i = 0; i < trace.size(); i++) {
                String id = trace.span(i).id();
                assertThat(result.times(i).pathNanos())
                        .as("seed %d, span %s: the way there is not known", seed, id)
                        .isCloseTo(truth.getOrDefault(id, 0L), org.assertj.core.api.Assertions.within(2_100L * MICRO));
            }
        }
    }

    private PathResult run(long seed, boolean roundStarts) {
        random = new Random(seed);
        spans.clear();
        truth.clear();
        rounded = roundStarts;
        skew = 0;
        clock = 0;
        method("shop", null, 0);
        Collections.shuffle(spans, random);
        return PathResult.of(trace());
    }

    private Trace trace() {
        return Trace.of(TraceData.ofSpans("t", rounded ? TraceFormat.NEW_RELIC : TraceFormat.OTLP, spans));
    }

    /** A method: own work, and waits for what it calls. */
    private String method(String service, String parent, int depth) {
        String id = "s" + truth.size();
        truth.put(id, 0L);
        long start = clock;
        work(id);
        int steps = depth > 3 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < steps; i++) {
            switch (random.nextInt(6)) {
                case 0 -> method(service, id, depth + 1);
                case 1 -> statement(service, id);
                case 2 -> sendAndJoin(service, id);
                case 3 -> remote(service, id, depth);
                case 4 -> fanOut(service, id);
                default -> message(service, id);
            }
            work(id);
        }
        boolean root = parent == null;
        emit(id, parent, service, start, clock, root ? SpanKind.SERVER : SpanKind.INTERNAL, SpanCategory.OTHER);
        return id;
    }

    private void work(String id) {
        long nanos = (5_000 + random.nextInt(20_000)) * MICRO;
        clock += nanos;
        truth.merge(id, nanos, Long::sum);
    }

    private void statement(String service, String parent) {
        String id = "s" + truth.size();
        truth.put(id, 0L);
        long start = clock;
        work(id);
        emit(id, parent, service, start, clock, SpanKind.CLIENT, SpanCategory.DATABASE);
    }

    /** A method that starts a call and returns at once; its caller waits for the call. */
    private void sendAndJoin(String service, String parent) {
        String sender = "s" + truth.size();
        truth.put(sender, 0L);
        long start = clock;
        clock += 100 * MICRO;
        truth.merge(sender, 100 * MICRO, Long::sum);
        String call = "s" + truth.size();
        truth.put(call, 0L);
        long callStart = clock;
        emit(sender, parent, service, start, clock + 300 * MICRO, SpanKind.INTERNAL, SpanCategory.OTHER);
        work(call);
        emit(call, sender, service, callStart, clock, SpanKind.CLIENT, SpanCategory.HTTP);
    }

    /** A call to another process, of which the clock may be behind. */
    private void remote(String service, String parent, int depth) {
        String call = "s" + truth.size();
        truth.put(call, 0L);
        long start = clock;
        clock += 1_000 * MICRO;
        truth.merge(call, 1_000 * MICRO, Long::sum);
        String callee = "s" + truth.size();
        truth.put(callee, 0L);
        long before = skew;
        skew -= skewed ? 5_000_000L * MICRO : 0;
        long calleeStart = clock;
        work(callee);
        if (depth < 3 && random.nextBoolean()) {
            statement(service + "x", callee);
        }
        work(callee);
        emit(callee, call, service + "x", calleeStart, clock, SpanKind.SERVER, SpanCategory.OTHER);
        skew = before;
        clock += 1_000 * MICRO;
        truth.merge(call, 1_000 * MICRO, Long::sum);
        emit(call, parent, service, start, clock, SpanKind.CLIENT, SpanCategory.HTTP);
    }

    /** Calls at once: the longest is what is waited for. */
    private void fanOut(String service, String parent) {
        long start = clock;
        long longest = 0;
        String slowest = "";
        int calls = 2 + random.nextInt(3);
        for (int i = 0; i < calls; i++) {
            String id = "s" + truth.size();
            truth.put(id, 0L);
            long nanos = (10_000 + 7_000L * i + random.nextInt(3_000)) * MICRO;
            emit(id, parent, service, start, start + nanos, SpanKind.CLIENT, SpanCategory.HTTP);
            if (nanos > longest) {
                longest = nanos;
                slowest = id;
            }
        }
        truth.merge(slowest, longest, Long::sum);
        clock = start + longest;
    }

    /** Sent, and handled long after; nothing waits for that. */
    private void message(String service, String parent) {
        String sent = "s" + truth.size();
        truth.put(sent, 0L);
        long start = clock;
        clock += 2_000 * MICRO;
        truth.merge(sent, 2_000 * MICRO, Long::sum);
        emit(sent, parent, service, start, clock, SpanKind.PRODUCER, SpanCategory.MESSAGING);
        String handled = "s" + truth.size();
        truth.put(handled, 0L);
        long handledFrom = clock + random.nextInt(900_000) * MICRO;
        emit(
                handled,
                sent,
                "mail",
                handledFrom,
                handledFrom + 80_000 * MICRO,
                SpanKind.CONSUMER,
                SpanCategory.MESSAGING);
    }

    private void emit(
            String id, String parent, String service, long start, long end, SpanKind kind, SpanCategory category) {
        long told = EPOCH + start + skew;
        SpanBuilder span = Span.builder(id, service, "work " + id)
                .parent(parent)
                .kind(kind)
                .category(category)
                .entryPoint(kind == SpanKind.SERVER)
                .host(service + "-1")
                .at(rounded ? told / 1_000_000 * 1_000_000 : told, end - start);
        spans.add(span.build());
    }
}
