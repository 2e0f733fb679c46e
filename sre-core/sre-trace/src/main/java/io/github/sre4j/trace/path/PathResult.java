package io.github.sre4j.trace.path;

import io.github.sre4j.trace.CriticalPath;
import io.github.sre4j.trace.SpanTimes;
import io.github.sre4j.trace.Trace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The critical path of a trace with the times of every span. Immutable and safe to share. */
public final class PathResult {

    private final Trace trace;
    private final CriticalPath path;
    private final List<SpanTimes> times;
    private final int[] limiters;

    private PathResult(Trace trace, CriticalPath path, List<SpanTimes> times, int[] limiters) {
        this.trace = trace;
        this.path = path;
        this.times = times;
        this.limiters = limiters;
    }

    /**
     * Finds the path, in O(n log n).
     *
     * @param trace a cleaned trace, may be without spans
     */
    public static PathResult of(Trace trace) {
        Chains chains = Chains.of(trace);
        long[] pathNanos = new long[trace.size()];
        CriticalPath path = new Segments(trace, chains, pathNanos).path();
        SlackAndDrag bounds = SlackAndDrag.of(trace, chains);
        SpanTimes[] times = new SpanTimes[trace.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = new SpanTimes(chains.self(i), pathNanos[i], bounds.slack(i), bounds.drag(i));
        }
        return new PathResult(trace, path, List.of(times), bounds.limiters());
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
