package io.github.sre4j.trace;

/**
 * When each span began and ended as reported, from the first root's start. A span without an end lasted at least as long as what it waited
 * for; a span that receives a message lasts until the message is handled, since handling is what it is about.
 */
final class Extents {

    /** Longest duration taken as real. A span above it never ended or its clock jumped. */
    static final long MAX_DURATION_NANOS = 24 * 3_600_000_000_000L;

    private final Layout layout;
    private final NoteCollector notes;
    private final long epoch;
    final long[] starts;
    final long[] ends;

    private Extents(Layout layout, NoteCollector notes) {
        this.layout = layout;
        this.notes = notes;
        this.epoch = layout.spans[0].startNanos();
        this.starts = new long[layout.spans.length];
        this.ends = new long[layout.spans.length];
    }

    static Extents of(Layout layout, NoteCollector notes) {
        Extents extents = new Extents(layout, notes);
        boolean open = extents.asReported();
        if (open) {
            extents.extend();
        }
        return extents;
    }

    long epoch() {
        return epoch;
    }

    /** Whether any span may last longer than its own times tell. */
    private boolean asReported() {
        boolean open = false;
        int zeroLength = 0;
        for (int i = 0; i < starts.length; i++) {
            Span span = layout.spans[i];
            long duration = span.durationNanos();
            if (span.unfinished()) {
                layout.flags[i] |= SpanForest.UNFINISHED;
                duration = Math.max(0, duration);
            } else if (duration == 0) {
                zeroLength++;
            } else if (duration < 0) {
                notes.add(TraceNote.Kind.NEGATIVE_DURATION, 1, span.id(), duration);
                duration = 0;
            } else if (duration > MAX_DURATION_NANOS) {
                notes.add(TraceNote.Kind.ABSURD_DURATION, 1, span.id(), duration);
                duration = MAX_DURATION_NANOS;
            }
            open |= span.unfinished() || span.kind() == SpanKind.CONSUMER;
            starts[i] = span.startNanos() - epoch;
            ends[i] = starts[i] + duration;
        }
        notes.count(TraceNote.Kind.ZERO_LENGTH, zeroLength);
        return open;
    }

    /** Children before parents. */
    private void extend() {
        for (int i = starts.length - 1; i > 0; i--) {
            int parent = layout.parents[i];
            if (parent >= 0 && ends[parent] < ends[i] && (keepsOpen(parent, i) || handledAfter(parent, i))) {
                ends[parent] = ends[i];
            }
        }
        for (int i = 0; i < starts.length; i++) {
            if ((layout.flags[i] & SpanForest.UNFINISHED) != 0) {
                notes.add(TraceNote.Kind.UNFINISHED, layout.spans[i].id());
            }
        }
    }

    private boolean keepsOpen(int parent, int child) {
        return (layout.flags[parent] & SpanForest.UNFINISHED) != 0
                && !saidAsynchronous(layout.spans[parent], layout.spans[child])
                && !isOneWay(layout.spans[parent], layout.spans[child]);
    }

    private boolean handledAfter(int parent, int child) {
        return isHandedOver(layout.spans[parent], layout.spans[child]);
    }

    /** Whether the child handles, in the same service, what the parent received. */
    static boolean isHandedOver(Span parent, Span child) {
        return child.kind() == SpanKind.CONSUMER
                && parent.service().equals(child.service())
                && (parent.kind() == SpanKind.CONSUMER || Messaging.receives(parent))
                && !child.followsFrom();
    }

    /** Whether the data says that the parent does not wait for the child. */
    static boolean saidAsynchronous(Span parent, Span child) {
        return child.followsFrom()
                || parent.kind() == SpanKind.PRODUCER
                || (child.kind() == SpanKind.CONSUMER && !isHandedOver(parent, child));
    }

    /** A call of which neither side reports an end: it was sent, and received. */
    static boolean isOneWay(Span caller, Span callee) {
        return caller.unfinished() && callee.unfinished() && ClockShifts.isCall(caller, callee);
    }
}
