package io.github.sre4j.trace.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The situations that the published rules of Jaeger's page and of CRISP decide alike, and those that one of them decides. A span is written
 * {@code name:start-end} in microseconds, with {@code <parent} and a kind where it has one; each is of a service of its own.
 */
class PublishedPathRulesTest {

    private static final long EPOCH = 1_763_800_000_000_000L;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            one span alone                                   | a:7-83                                         | a 7-83
            a call in the middle                             | a:0-90 b<a:20-70                               | a 0-20, b 20-70, a 70-90
            a call as long as its caller                     | a:0-90 b<a:0-90                                | b 0-90
            a call at the very start                         | a:0-90 b<a:0-40                                | b 0-40, a 40-90
            a call at the very end                           | a:0-90 b<a:50-90                               | a 0-50, b 50-90
            a call in a call                                 | a:0-90 b<a:10-80 c<b:30-60                     | a 0-10, b 10-30, c 30-60, b 60-80, a 80-90
            a call in a call in a call                       | a:0-90 b<a:10-80 c<b:20-70 d<c:30-40           | a 0-10, b 10-20, c 20-30, d 30-40, c 40-70, b 70-80, a 80-90
            two calls in a row                               | a:0-90 b<a:10-30 c<a:40-70                     | a 0-10, b 10-30, a 30-40, c 40-70, a 70-90
            three calls of one kind in a row                 | a:0-90 b<a:5-15 c<a:25-35 d<a:45-55            | a 0-5, b 5-15, a 15-25, c 25-35, a 35-45, d 45-55, a 55-90
            the last call ends with its caller               | a:0-90 b<a:5-15 c<a:60-90                      | a 0-5, b 5-15, a 15-60, c 60-90
            five calls in a row                              | a:0-90 b<a:1-9 c<a:11-19 d<a:21-29 e<a:31-39 f<a:41-49 | a 0-1, b 1-9, a 9-11, c 11-19, a 19-21, d 21-29, a 29-31, e 31-39, a 39-41, f 41-49, a 49-90
            two calls at once, one much shorter              | a:0-90 b<a:10-20 c<a:10-70                     | a 0-10, c 10-70, a 70-90
            two calls at once, the shorter within the longer | a:0-90 b<a:30-40 c<a:10-70                     | a 0-10, c 10-70, a 70-90
            two calls that overlap: the later end counts     | a:0-90 b<a:10-50 c<a:30-70                     | a 0-30, c 30-70, a 70-90
            of two in a call, the later end counts           | a:0-90 b<a:10-80 c<b:20-50 d<b:35-60           | a 0-10, b 10-35, d 35-60, b 60-80, a 80-90
            overlap, then one that waited for the first      | a:0-90 b<a:10-30 c<a:20-45 d<a:40-65           | a 0-10, b 10-30, a 30-40, d 40-65, a 65-90
            fan-out of three, the slowest counts             | a:0-90 b<a:10-40 c<a:10-50 d<a:10-60           | a 0-10, d 10-60, a 60-90
            fan-out, then a call                             | a:0-90 b<a:10-30 c<a:10-40 d<a:50-80           | a 0-10, c 10-40, a 40-50, d 50-80, a 80-90
            a call, then a fan-out                           | a:0-90 b<a:5-20 c<a:30-50 d<a:30-70            | a 0-5, b 5-20, a 20-30, d 30-70, a 70-90
            the longer branch is followed down               | a:0-90 b<a:10-40 c<a:10-80 d<b:15-35 e<c:20-60 | a 0-10, c 10-20, e 20-60, c 60-80, a 80-90
            work in both calls of a row                      | a:0-90 b<a:10-40 c<b:15-25 d<a:50-80 e<d:60-70 | a 0-10, b 10-15, c 15-25, b 25-40, a 40-50, d 50-60, e 60-70, d 70-80, a 80-90
            a child that outlives its parent is cut          | a:0-90 b<a:60-120                              | a 0-60, b 60-90
            a child that begins before its parent is cut     | a:20-90 b<a:5-50                               | b 20-50, a 50-90
            a child wider than its parent is cut to it       | a:20-90 b<a:5-120                              | b 20-90
            a child after its parent is dropped              | a:0-90 b<a:95-140                              | a 0-90
            so is what is below it                           | a:0-90 b<a:95-140 c<b:100-120                  | a 0-90
            but not its sibling                              | a:0-90 b<a:95-140 c<b:100-120 d<a:40-60        | a 0-40, d 40-60, a 60-90
            a child before its parent is dropped             | a:50-90 b<a:10-30                              | a 50-90
            a cut child's child within the cut stays         | a:0-90 b<a:10-120 c<b:30-50                    | a 0-10, b 10-30, c 30-50, b 50-90
            a cut child's child is cut with it               | a:0-90 b<a:60-120 c<b:70-110                   | a 0-60, b 60-70, c 70-90
            a child that outlives them all is cut to its parent | a:0-90 b<a:10-60 c<b:20-130                 | a 0-10, b 10-20, c 20-60, a 60-90
            a child of a cut one begins before it            | a:0-90 b<a:50-120 c<b:30-70                    | a 0-50, c 50-70, b 70-90
            what follows from a message is not waited for    | a:0-90:producer b<a:20-60:consumer c<b:30-40   | a 0-90
            calls that overlap a little are in a row         | a:0-1000 b<a:100-304 c<a:300-600               | a 0-100, b 100-300, c 300-600, a 600-1000
            """)
    void the_path_is_the_published_one(String situation, String spans, String path) {
        Trace trace = trace(spans);
        assertThat(path(trace)).as(situation).isEqualTo(path);
    }

    @Test
    void where_both_rules_agree_on_a_random_trace_so_do_we() {
        int agreed = 0;
        for (long seed = 0; seed < 3_000; seed++) {
            List<PathReference.Node> nodes = nodes(new Random(seed));
            long[] jaeger = PathReference.lastFinishingChild(nodes);
            long[] crisp = PathReference.happensBefore(nodes);
            if (java.util.Arrays.equals(jaeger, crisp)) {
                agreed++;
                Trace trace = Trace.of(TraceData.ofSpans("t", TraceFormat.JAEGER, spans(nodes)));
                PathResult result = PathResult.of(trace);
                for (int i = 0; i < nodes.size(); i++) {
                    int at = trace.indexOf("n" + i).orElseThrow();
                    assertThat(result.times(at).pathNanos() / 1_000)
                            .as("seed %d, span n%d of %s", seed, i, nodes)
                            .isEqualTo(jaeger[i]);
                }
            }
        }
        assertThat(agreed).as("enough traces on which the two agree").isGreaterThan(1_000);
    }

    /** Spans in bounds, one after another or at once, some wider than their parent. */
    private static List<PathReference.Node> nodes(Random random) {
        List<PathReference.Node> nodes = new ArrayList<>();
        nodes.add(new PathReference.Node(-1, 0, 100_000));
        int size = 2 + random.nextInt(12);
        for (int i = 1; i < size; i++) {
            int parent = random.nextInt(nodes.size());
            PathReference.Node above = nodes.get(parent);
            long length = above.end() - above.start();
            long start = above.start() + tens(random.nextDouble() * length * 0.9);
            boolean wide = random.nextInt(6) == 0 && parent == 0;
            long end = wide ? above.end() + 50_000 : start + 10 + tens(random.nextDouble() * (above.end() - start));
            nodes.add(new PathReference.Node(parent, start, end));
        }
        return nodes;
    }

    /** Whole tens: nothing differs by less than what rounding to microseconds explains. */
    private static long tens(double micros) {
        return (long) (micros / 10) * 10;
    }

    private static List<Span> spans(List<PathReference.Node> nodes) {
        List<Span> spans = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            PathReference.Node node = nodes.get(i);
            spans.add(Span.builder("n" + i, "service-" + i, "work")
                    .parent(node.parent() < 0 ? null : "n" + node.parent())
                    .at((EPOCH + node.start()) * 1_000, (node.end() - node.start()) * 1_000)
                    .build());
        }
        return spans;
    }

    private static Trace trace(String text) {
        List<Span> spans = new ArrayList<>();
        for (String word : text.trim().split(" +")) {
            String[] parts = word.split(":");
            String[] names = parts[0].split("<");
            String[] times = parts[1].split("-");
            long start = Long.parseLong(times[0]);
            SpanBuilder span = Span.builder(names[0], "service-" + names[0], "work")
                    .parent(names.length == 1 ? null : names[1])
                    .at((EPOCH + start) * 1_000, (Long.parseLong(times[1]) - start) * 1_000);
            if (parts.length == 3) {
                span.kind(SpanKind.valueOf(parts[2].toUpperCase(Locale.ROOT)));
            }
            spans.add(span.build());
        }
        return Trace.of(TraceData.ofSpans("t", TraceFormat.JAEGER, spans));
    }

    private static String path(Trace trace) {
        long base = trace.startEpochNanos() / 1_000 - EPOCH;
        return PathResult.of(trace).path().segments().stream()
                .map(s -> trace.span(s.span()).id() + " " + (base + s.fromNanos() / 1_000) + "-"
                        + (base + s.toNanos() / 1_000))
                .collect(Collectors.joining(", "));
    }
}
