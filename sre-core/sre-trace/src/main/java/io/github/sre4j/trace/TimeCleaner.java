package io.github.sre4j.trace;

/**
 * Places spans in time, parents before children: undoes rounding of starts, shifts hosts whose clock differs, cuts children to
 * the parent that waited for them, and tells apart those it did not wait for. All in one pass.
 */
final class TimeCleaner {

    /** Longest duration taken as real. A span above it never ended or its clock jumped. */
    static final long MAX_DURATION_NANOS = 24 * 3_600_000_000_000L;
    /** A child that outlives its parent by less than this share of it was closed late; by more, it was not waited for. */
    static final double LATE_CLOSE_SHARE = 0.01;

    private final Layout layout;
    private final NoteCollector notes;
    private final ClockShifts shifts;
    private final boolean coarse;
    private final long resolution;
    private final long tolerance;
    private final long epoch;
    private final long[] starts;
    private final long[] ends;
    /** Per span: the end of the last child placed below it, and that child; to undo rounding between siblings. */
    private final int[] lastChild;

    private int zeroLength;
    private int moved;

    TimeCleaner(Layout layout, TraceFormat format, NoteCollector notes) {
        this.layout = layout;
        this.notes = notes;
        this.resolution = format.resolutionNanos();
        this.coarse = resolution >= 1_000_000;
        this.tolerance = tolerance(format);
        this.shifts = new ClockShifts(layout, tolerance, notes);
        this.epoch = layout.spans[0].startNanos();
        this.starts = new long[layout.spans.length];
        this.ends = new long[layout.spans.length];
        this.lastChild = new int[layout.spans.length];
    }

    /** Two starts can each be off by the clock's step. */
    static long tolerance(TraceFormat format) {
        return Math.max(1_000, 2 * format.resolutionNanos());
    }

    SpanForest place() {
        for (int i = 0; i < starts.length; i++) {
            Span span = layout.spans[i];
            long duration = duration(span);
            int parent = layout.parents[i];
            long start = span.startNanos() - epoch;
            if (parent < 0) {
                starts[i] = start;
                ends[i] = start + duration;
            } else {
                start += shifts.shift(i, start, duration, starts[parent], ends[parent]);
                placeBelow(parent, i, start, duration);
            }
        }
        notes.count(TraceNote.Kind.ZERO_LENGTH, zeroLength);
        notes.count(TraceNote.Kind.ROUNDED_START_MOVED, moved);
        shifts.tell();
        return new SpanForest(epoch, layout.parents, layout.depths, layout.subtreeEnds, starts, ends, layout.flags);
    }

    private long duration(Span span) {
        long duration = span.durationNanos();
        if (duration > 0 && duration <= MAX_DURATION_NANOS) {
            return duration;
        }
        if (duration == 0) {
            zeroLength++;
        } else if (duration < 0) {
            notes.add(TraceNote.Kind.NEGATIVE_DURATION, 1, span.id(), duration);
            return 0;
        } else {
            notes.add(TraceNote.Kind.ABSURD_DURATION, 1, span.id(), duration);
        }
        return Math.min(duration, MAX_DURATION_NANOS);
    }

    private void placeBelow(int parent, int i, long reportedStart, long duration) {
        Span span = layout.spans[i];
        starts[i] = reportedStart;
        ends[i] = reportedStart + duration;
        if (span.followsFrom()
                || span.kind() == SpanKind.CONSUMER
                || layout.spans[parent].kind() == SpanKind.PRODUCER) {
            layout.flags[i] |= SpanForest.ASYNC;
            return;
        }
        long start = coarse ? behindSiblingOfSameThread(parent, i, reportedStart, duration) : reportedStart;
        if (start < starts[parent]) {
            if (starts[parent] - start > tolerance) {
                clamp(i, parent, Math.max(starts[parent], Math.min(start + duration, ends[parent])), starts[parent]);
                return;
            }
            start = starts[parent];
        }
        long over = start + duration - ends[parent];
        if (over > 0 && over <= tolerance) {
            long back = Math.min(over, start - starts[parent]);
            start -= back;
            over -= back;
        }
        if (coarse && start != reportedStart) {
            moved++;
        }
        starts[i] = start;
        ends[i] = start + duration;
        if (over > 0) {
            overrun(parent, i, start, over);
        }
        lastChild[parent] = i;
    }

    private void overrun(int parent, int i, long start, long over) {
        long parentDuration = ends[parent] - starts[parent];
        boolean closedLate = over <= Math.max(tolerance, (long) (parentDuration * LATE_CLOSE_SHARE));
        boolean callee = ClockShifts.isCall(layout.spans[parent], layout.spans[i]);
        if (start < ends[parent] && (closedLate || callee)) {
            clamp(i, parent, ends[parent], start);
        } else if (closedLate && start <= ends[parent]) {
            clamp(i, parent, ends[parent], ends[parent]);
        } else {
            layout.flags[i] |= SpanForest.ASYNC_ASSUMED;
            notes.add(TraceNote.Kind.ASYNC_ASSUMED, layout.spans[i].id());
        }
    }

    private void clamp(int i, int parent, long newEnd, long newStart) {
        long cut = Math.max(Math.abs(ends[i] - newEnd), Math.abs(newStart - starts[i]));
        starts[i] = newStart;
        ends[i] = newEnd;
        lastChild[parent] = i;
        notes.add(TraceNote.Kind.CLAMPED, 1, layout.spans[i].id(), cut);
    }

    /** One thread does one thing at a time: spans that share it overlap only because their starts were rounded down. */
    private long behindSiblingOfSameThread(int parent, int i, long start, long duration) {
        int before = lastChild[parent];
        if (before == 0) {
            return start;
        }
        String thread = layout.spans[i].thread();
        long overlap = ends[before] - start;
        if (thread == null || overlap <= 0 || overlap > resolution || !thread.equals(layout.spans[before].thread())) {
            return start;
        }
        long latest = Math.max(start, ends[parent] - duration);
        return Math.min(start + overlap, latest);
    }
}
