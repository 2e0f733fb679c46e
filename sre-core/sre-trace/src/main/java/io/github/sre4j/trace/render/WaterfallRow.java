package io.github.sre4j.trace.render;

import java.util.List;

/**
 * One bar of a waterfall: a span, or several of one name below one parent.
 *
 * @param span the first span's index
 * @param depth how many rows are above it
 * @param name what it is called
 * @param count how many spans it stands for
 * @param startNanos of the first, from the start of the root
 * @param endNanos of the last
 * @param nanos wall-clock time in which at least one of them ran
 * @param onPath whether any is on the critical path
 * @param failed whether any failed
 * @param logIds log lines written in it, by id
 * @param spans indexes of all the spans it stands for
 */
public record WaterfallRow(
        int span,
        int depth,
        String name,
        int count,
        long startNanos,
        long endNanos,
        long nanos,
        boolean onPath,
        boolean failed,
        List<String> logIds,
        List<Integer> spans) {

    /** Copies the lists. */
    public WaterfallRow {
        logIds = List.copyOf(logIds);
        spans = List.copyOf(spans);
    }
}
