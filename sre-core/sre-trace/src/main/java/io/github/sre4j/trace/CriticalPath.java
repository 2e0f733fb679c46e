package io.github.sre4j.trace;

import java.util.List;

/**
 * The chain of work that decided how long the root took: segments without gaps from the root's start to its end.
 *
 * @param segments in order of time; empty for a trace without spans
 */
public record CriticalPath(List<Segment> segments) {

    /** Copies the list. */
    public CriticalPath {
        segments = List.copyOf(segments);
    }

    /** The length of the path: the root's duration, nanoseconds. */
    public long lengthNanos() {
        return segments.isEmpty()
                ? 0
                : segments.get(segments.size() - 1).toNanos() - segments.get(0).fromNanos();
    }

    /**
     * A piece of the path that one span spent itself.
     *
     * @param span the span's index in the {@link Trace}
     * @param spanId its id
     * @param fromNanos from the start of the root
     * @param toNanos from the start of the root
     * @param assumed whether other work ran at the same time that the span may have waited for: times alone cannot tell
     */
    public record Segment(int span, String spanId, long fromNanos, long toNanos, boolean assumed) {}
}
