package io.github.sre4j.trace.render;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanOrder;
import io.github.sre4j.trace.SpanTimes;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.story.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Chooses what a waterfall shows: calls, failed spans, changes of service and whatever took time of its own. Spans that only pass
 * through, such as filters, are folded away, and equal calls below one parent become one bar. Deterministic.
 *
 * @param rows top to bottom
 * @param hidden how many spans no row stands for
 */
public record Waterfall(List<WaterfallRow> rows, int hidden) {

    /** Own time on the critical path from which a span is shown, as a share of the request. */
    private static final double OWN_SHARE = 0.005;

    /** Copies the list. */
    public Waterfall {
        rows = List.copyOf(rows);
    }

    /** The bars that matter most, at most so many. */
    public static Waterfall of(TraceAnalysis analysis, int maxRows) {
        return new Chooser(analysis).choose(maxRows);
    }

    private static final class Chooser {
        private final TraceAnalysis analysis;
        private final Trace trace;
        private final boolean[] shown;
        private final Map<String, List<String>> logsBySpan = new HashMap<>();

        Chooser(TraceAnalysis analysis) {
            this.analysis = analysis;
            this.trace = analysis.trace();
            this.shown = new boolean[trace.size()];
            for (LogLine line : trace.logs()) {
                if (line.spanId() != null) {
                    logsBySpan
                            .computeIfAbsent(line.spanId(), any -> new ArrayList<>())
                            .add(line.id());
                }
            }
        }

        Waterfall choose(int maxRows) {
            for (int i = 0; i < trace.size(); i++) {
                shown[i] = matters(i);
            }
            List<Bar> bars = bars();
            List<Bar> kept = strongest(bars, maxRows);
            boolean[] keptSpan = new boolean[trace.size()];
            kept.forEach(bar -> keptSpan[bar.first] = true);
            int stoodFor = kept.stream().mapToInt(bar -> bar.count).sum();
            List<WaterfallRow> rows =
                    kept.stream().map(bar -> row(bar, keptSpan)).toList();
            return new Waterfall(rows, trace.size() - stoodFor);
        }

        private boolean matters(int i) {
            Span span = trace.span(i);
            int parent = trace.parent(i);
            boolean other = parent < 0 || !trace.span(parent).service().equals(span.service());
            boolean call = span.category() != SpanCategory.OTHER && span.category() != SpanCategory.TRANSACTION;
            long own = analysis.times().get(i).pathNanos();
            boolean origin = span.failed() && (parent < 0 || origin(span.id()));
            return other || call || origin || own > trace.durationNanos() * OWN_SHARE;
        }

        private boolean origin(String id) {
            return analysis.errors().stream().anyMatch(error -> id.equals(error.spanId()));
        }

        /** Shown spans; equal ones below one parent, without shown spans below them, are one bar. */
        private List<Bar> bars() {
            List<Bar> bars = new ArrayList<>();
            Map<String, Bar> open = new HashMap<>();
            for (int i = 0; i < trace.size(); i++) {
                if (!shown[i]) {
                    continue;
                }
                String name = Names.span(trace, i);
                String key = trace.parent(i) + " " + trace.span(i).service() + " " + name;
                boolean leaf = trace.subtreeEnd(i) == i + 1;
                Bar bar = leaf && !trace.span(i).failed() ? open.get(key) : null;
                if (bar == null) {
                    bar = new Bar(i, name);
                    bars.add(bar);
                    if (leaf && !trace.span(i).failed()) {
                        open.put(key, bar);
                    }
                }
                bar.add(
                        i,
                        trace,
                        analysis.times().get(i),
                        logsBySpan.getOrDefault(trace.span(i).id(), List.of()));
            }
            bars.forEach(bar -> bar.measure(trace));
            return bars;
        }

        private static List<Bar> strongest(List<Bar> bars, int maxRows) {
            if (bars.size() <= maxRows) {
                return bars;
            }
            Bar[] sorted = bars.toArray(new Bar[0]);
            Arrays.sort(sorted, (one, other) -> {
                int byWeight = Long.compare(other.weight(), one.weight());
                return byWeight != 0 ? byWeight : Integer.compare(one.first, other.first);
            });
            List<Bar> kept = new ArrayList<>(Arrays.asList(sorted).subList(0, maxRows));
            kept.sort((one, other) -> Integer.compare(one.first, other.first));
            return kept;
        }

        private WaterfallRow row(Bar bar, boolean[] keptSpan) {
            int depth = 0;
            for (int above = trace.parent(bar.first); above >= 0; above = trace.parent(above)) {
                depth += keptSpan[above] ? 1 : 0;
            }
            return new WaterfallRow(
                    bar.first,
                    depth,
                    bar.name,
                    bar.count,
                    bar.start,
                    bar.end,
                    bar.nanos,
                    bar.onPath,
                    bar.failed,
                    bar.logs,
                    bar.spans);
        }
    }

    private static final class Bar {
        private final int first;
        private final String name;
        private final List<String> logs = new ArrayList<>();
        private final List<Integer> spans = new ArrayList<>();
        private int count;
        private long start = Long.MAX_VALUE;
        private long end = Long.MIN_VALUE;
        private long nanos;
        private long drag;
        private boolean onPath;
        private boolean failed;

        private Bar(int first, String name) {
            this.first = first;
            this.name = name;
        }

        private void add(int span, Trace trace, SpanTimes times, List<String> logIds) {
            count++;
            spans.add(span);
            start = Math.min(start, trace.startNanos(span));
            end = Math.max(end, trace.endNanos(span));
            drag += times.dragNanos();
            onPath |= times.dragNanos() > 0 || times.pathNanos() > 0;
            failed |= trace.span(span).failed();
            logs.addAll(logIds);
        }

        /** Once all spans are added. */
        private void measure(Trace trace) {
            long covered = Long.MIN_VALUE;
            int[] ordered = spans.stream().mapToInt(Integer::intValue).toArray();
            for (int span : SpanOrder.by(ordered, trace::startNanos)) {
                long from = Math.max(covered, trace.startNanos(span));
                nanos += Math.max(0, trace.endNanos(span) - from);
                covered = Math.max(covered, trace.endNanos(span));
            }
        }

        private long weight() {
            return first == 0 || failed ? Long.MAX_VALUE : 2 * drag + nanos;
        }
    }
}
