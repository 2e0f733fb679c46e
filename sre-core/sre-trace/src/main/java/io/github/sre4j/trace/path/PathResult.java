package io.github.sre4j.trace.path;

import io.github.sre4j.trace.BackgroundWork;
import io.github.sre4j.trace.CriticalPath;
import io.github.sre4j.trace.SpanTimes;
import io.github.sre4j.trace.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The critical path of a trace with the times of every span. Immutable and safe to share. */
public final class PathResult {

    private static final int MAX_BACKGROUND = 20;

    private final Trace trace;
    private final CriticalPath path;
    private final List<SpanTimes> times;
    private final int[] limiters;
    private final List<BackgroundWork> background;

    private PathResult(
            Trace trace, CriticalPath path, List<SpanTimes> times, int[] limiters, List<BackgroundWork> background) {
        this.trace = trace;
        this.path = path;
        this.times = times;
        this.limiters = limiters;
        this.background = background;
    }

    /**
     * Finds the path, in O(n log n).
     *
     * @param trace a cleaned trace, may be without spans
     */
    public static PathResult of(Trace trace) {
        Chains chains = Chains.of(trace);
        long[] pathNanos = new long[trace.size()];
        Segments segments = new Segments(trace, chains, pathNanos);
        CriticalPath path = trace.size() == 0 ? new CriticalPath(List.of()) : segments.pathOf(0);
        SlackAndDrag bounds = SlackAndDrag.of(trace, chains);
        SpanTimes[] times = new SpanTimes[trace.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = new SpanTimes(chains.self(i), pathNanos[i], bounds.slack(i), bounds.drag(i));
        }
        return new PathResult(trace, path, List.of(times), bounds.limiters(), background(trace, chains));
    }

    /** Each piece of work that nothing waited for has a path of its own. */
    private static List<BackgroundWork> background(Trace trace, Chains chains) {
        List<BackgroundWork> found = new ArrayList<>();
        for (int i = 1; i < trace.size(); i++) {
            if (trace.waiter(i) < 0 && trace.parent(i) >= 0 && found.size() < MAX_BACKGROUND) {
                long[] nanos = new long[trace.size()];
                new Segments(trace, chains, nanos).pathOf(i);
                int slowest = i;
                for (int below = i; below < trace.subtreeEnd(i); below++) {
                    slowest = nanos[below] > nanos[slowest] ? below : slowest;
                }
                found.add(new BackgroundWork(
                        i, trace.span(i).id(), trace.startNanos(i), trace.durationNanos(i), slowest, nanos[slowest]));
            }
        }
        found.sort(Comparator.comparingLong(BackgroundWork::startNanos));
        return List.copyOf(found);
    }

    /** Work that nothing waited for, by start; of very many the first. */
    public List<BackgroundWork> background() {
        return background;
    }

    /** The path. */
    public CriticalPath path() {
        return path;
    }

    /** Times by the span's index. */
    public List<SpanTimes> times() {
        return times;
    }

    /** Times of one span. */
    public SpanTimes times(int span) {
        return times.get(span);
    }

    /** Whether the span is on the critical path or has a part below it that is. */
    public boolean onPath(int span) {
        return times.get(span).dragNanos() > 0 || times.get(span).pathNanos() > 0;
    }

    /**
     * How much shorter the root would be at most without a group of spans, none of which is above another. Spans held up by the
     * same work beside them share its slack: it counts once.
     *
     * @param spans indexes
     */
    public long dragNanos(int[] spans) {
        long free = 0;
        Map<Integer, long[]> held = new HashMap<>();
        for (int span : spans) {
            long drag = times.get(span).dragNanos();
            if (drag > 0 && limiters[span] >= 0) {
                held.computeIfAbsent(limiters[span], any -> new long[1])[0] += trace.durationNanos(span);
            } else {
                free += drag;
            }
        }
        for (Map.Entry<Integer, long[]> group : held.entrySet()) {
            free += Math.min(group.getValue()[0], times.get(group.getKey()).slackNanos());
        }
        return free;
    }
}
