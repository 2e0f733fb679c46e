package io.github.sre4j.trace;

/**
 * Finds for each span the span that waited for it, and places both in time, parents before children. The rules, which the site's page on
 * trace stories states with their evidence:
 *
 * <ul>
 *   <li>Messages, one-way calls and references of kind "follows from" are not waited for; nor is a span that lies outside everything above it.
 *   <li>A span that outlives its parent but lies within a span further up, in the same process, is work of the latter.
 *   <li>A span that outlives all of them is cut to its parent, with everything below it.
 *   <li>Times that differ by no more than the clocks' steps are equal.
 * </ul>
 */
final class TimeCleaner {

    /** A span that outlives one further up by less than this share of its own duration was closed late. */
    private static final double LATE_CLOSE_SHARE = 0.01;
    /** Spans further up that are looked at, so that a hostile chain costs no n². */
    private static final int MAX_LEVELS = 1_000;

    private static final int NONE = -1;

    private final Layout layout;
    private final NoteCollector notes;
    private final ClockSteps steps;
    private final ClockShifts shifts;
    private final Extents extents;
    private final boolean startsRounded;
    private final int[] waiters;
    private final long[] starts;
    private final long[] ends;
    /** Per span: the child placed last below it, to undo rounding between siblings. */
    private final int[] lastChild;

    private int moved;

    TimeCleaner(Layout layout, TraceFormat format, NoteCollector notes) {
        this.layout = layout;
        this.notes = notes;
        this.steps = ClockSteps.of(layout.spans);
        this.shifts = new ClockShifts(layout, notes);
        this.extents = Extents.of(layout, notes);
        this.startsRounded = format == TraceFormat.NEW_RELIC;
        this.waiters = new int[layout.spans.length];
        this.starts = new long[layout.spans.length];
        this.ends = new long[layout.spans.length];
        this.lastChild = new int[layout.spans.length];
    }

    SpanForest place() {
        for (int i = 0; i < starts.length; i++) {
            int parent = layout.parents[i];
            if (parent < 0) {
                background(i, i > 0);
                keep(i, NONE);
            } else {
                long shift = shifts.shift(
                        i,
                        extents.starts[i],
                        extents.ends[i],
                        extents.starts[parent],
                        extents.ends[parent],
                        steps.tolerance(i, parent));
                extents.starts[i] += shift;
                extents.ends[i] += shift;
                placeBelow(parent, i);
            }
        }
        notes.count(TraceNote.Kind.ROUNDED_START_MOVED, moved);
        shifts.addNotes();
        return new SpanForest(extents.epoch(), steps.finest(), layout, waiters, starts, ends);
    }

    private void keep(int i, int waiter) {
        waiters[i] = waiter;
        starts[i] = extents.starts[i];
        ends[i] = extents.ends[i];
    }

    private void background(int i, boolean is) {
        if (is) {
            layout.flags[i] |= SpanForest.BACKGROUND;
        }
    }

    private boolean is(int i, int flag) {
        return (layout.flags[i] & flag) != 0;
    }

    private void placeBelow(int parent, int i) {
        Span above = layout.spans[parent];
        Span span = layout.spans[i];
        if (Extents.saidAsynchronous(above, span) || Extents.isOneWay(above, span)) {
            layout.flags[i] |= SpanForest.ASYNC | SpanForest.BACKGROUND;
            keep(i, NONE);
            return;
        }
        boolean rounded = startsRounded && steps.of(i) >= TraceFormat.NEW_RELIC.resolutionNanos();
        if (rounded) {
            undoRounding(parent, i);
        }
        int waiter = waiter(parent, i);
        if (waiter == NONE) {
            outside(i);
        } else {
            fit(parent, waiter, i);
        }
    }

    /** The span that waited for the span: the parent, or one further up if the parent had ended before; {@value #NONE} if there is none. */
    private int waiter(int parent, int i) {
        long end = extents.ends[i];
        long tolerance = steps.tolerance(parent, i);
        if (end <= extents.ends[parent] + tolerance) {
            return extents.starts[parent] - end > tolerance ? NONE : parent;
        }
        long late = Math.max(tolerance, Math.round((end - extents.starts[i]) * LATE_CLOSE_SHARE));
        int at = i;
        for (int level = 0; level < MAX_LEVELS && maySearchAbove(at, i); level++) {
            at = layout.parents[at];
            if (end <= extents.ends[at] + late) {
                return at;
            }
        }
        return extents.starts[i] < extents.ends[parent] ? parent : NONE;
    }

    /** A caller waits for its callee's answer, not for what the callee does later; and nobody waits for work in the background. */
    private boolean maySearchAbove(int at, int from) {
        int above = layout.parents[at];
        return above >= 0
                && !ClockShifts.isCall(layout.spans[above], layout.spans[at])
                && (at == from || !is(at, SpanForest.ASYNC | SpanForest.OUTSIDE));
    }

    private void outside(int i) {
        layout.flags[i] |= SpanForest.OUTSIDE | SpanForest.BACKGROUND;
        notes.add(TraceNote.Kind.OUTSIDE_PARENT, layout.spans[i].id());
        keep(i, NONE);
    }

    /** Cuts the span to its waiter, which may itself have been cut. */
    private void fit(int parent, int waiter, int i) {
        long start = Math.max(extents.starts[i], starts[waiter]);
        long end = Math.min(extents.ends[i], ends[waiter]);
        if (end < start || (end == start && extents.ends[i] > extents.starts[i] && start == ends[waiter])) {
            if (extents.starts[i] - extents.ends[waiter] > steps.tolerance(waiter, i) || is(waiter, SpanForest.CUT)) {
                outside(i);
                return;
            }
            start = Math.min(start, ends[waiter]);
            end = start;
        }
        waiters[i] = waiter;
        starts[i] = start;
        ends[i] = end;
        lastChild[waiter] = i;
        background(i, is(waiter, SpanForest.BACKGROUND));
        long cut = Math.max(extents.ends[i] - end, start - extents.starts[i]);
        if (cut > 0 && (cut > steps.tolerance(parent, i) || is(waiter, SpanForest.CUT))) {
            layout.flags[i] |= SpanForest.CUT;
            boolean inherited = is(waiter, SpanForest.CUT) && extents.ends[i] <= extents.ends[waiter];
            if (!inherited) {
                notes.add(TraceNote.Kind.CLAMPED, 1, layout.spans[i].id(), cut);
            }
        }
    }

    /** Starts are told in whole steps and durations exactly: a span that begins before or ends after its parent by no more was moved by rounding. */
    private void undoRounding(int parent, int i) {
        long reported = extents.starts[i];
        long duration = extents.ends[i] - reported;
        long tolerance = steps.tolerance(parent, i);
        long start = behindSiblingOfSameThread(parent, i, reported, duration);
        if (start < extents.starts[parent] && extents.starts[parent] - start <= tolerance) {
            start = extents.starts[parent];
        }
        long over = start + duration - extents.ends[parent];
        if (over > 0 && over <= tolerance) {
            start -= Math.min(over, Math.max(0, start - extents.starts[parent]));
        }
        if (start != reported) {
            moved++;
            extents.starts[i] = start;
            extents.ends[i] = start + duration;
        }
    }

    /** One thread does one thing at a time: spans that share it overlap only because their starts were rounded down. */
    private long behindSiblingOfSameThread(int parent, int i, long start, long duration) {
        int before = lastChild[parent];
        if (before == 0) {
            return start;
        }
        String thread = layout.spans[i].thread();
        long overlap = ends[before] - start;
        if (thread == null || overlap <= 0 || overlap > steps.of(i) || !thread.equals(layout.spans[before].thread())) {
            return start;
        }
        long latest = Math.max(start, extents.ends[parent] - duration);
        return Math.min(start + overlap, latest);
    }
}
