package io.github.sre4j.trace;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A cleaned trace: a forest of spans in depth-first order, children by start. A span is named by its index from 0;
 * the spans below span {@code i} are those from {@code i + 1} to before {@link #subtreeEnd(int) subtreeEnd(i)}, so index 0 is
 * the main root and {@code subtreeEnd(0) == size()} unless there are {@linkplain TraceNote.Kind#SEVERAL_ROOTS several roots}.
 * Times count in nanoseconds from the start of the main root and are cleaned: a span lies within its {@linkplain #waiter(int) waiter}.
 *
 * <p>Immutable and safe to share between threads.
 */
public final class Trace {

    private final TraceData data;
    private final Span[] spans;
    private final List<LogLine> logs;
    private final List<TraceNote> notes;
    private final SpanForest forest;
    private volatile @Nullable SpanIndex index;

    /** Keeps the array as it is: the caller must not write to it any more. */
    Trace(TraceData data, Span[] spans, List<LogLine> logs, List<TraceNote> notes, SpanForest forest) {
        this.data = data;
        this.spans = spans;
        this.logs = logs;
        this.notes = List.copyOf(notes);
        this.forest = forest;
    }

    /**
     * Cleans what was read, in O(n log n).
     *
     * @param data spans, logs and rows of one trace in any order
     * @return the trace, without spans if there are none
     */
    public static Trace of(TraceData data) {
        return new TraceCleaner(data).clean();
    }

    /** The same trace with other texts; shape and times stay. */
    public Trace masked(TraceMask mask) {
        List<LogLine> maskedLogs = logs.stream().map(mask::log).toList();
        TraceData maskedData = new TraceData(
                data.traceId(),
                data.format(),
                List.of(),
                maskedLogs,
                data.transactions().stream().map(mask::transaction).toList(),
                data.errors().stream().map(mask::error).toList(),
                List.of());
        Span[] maskedSpans = Arrays.stream(spans).map(mask::span).toArray(Span[]::new);
        return new Trace(
                maskedData,
                maskedSpans,
                maskedLogs,
                notes.stream().map(mask::note).toList(),
                forest);
    }

    /** The trace's id. */
    public String id() {
        return data.traceId();
    }

    /** Where it was read from. */
    public TraceFormat format() {
        return data.format();
    }

    /** The spans in depth-first order. */
    public List<Span> spans() {
        return Collections.unmodifiableList(Arrays.asList(spans));
    }

    /** The log lines in order of time, with ids unique in this trace. */
    public List<LogLine> logs() {
        return logs;
    }

    /** The transactions that took part, as rows. */
    public List<TransactionRow> transactions() {
        return data.transactions();
    }

    /** The errors that left a transaction, as rows. */
    public List<TransactionErrorRow> errors() {
        return data.errors();
    }

    /** What is missing and what was mended, in the order of {@link TraceNote.Kind}. */
    public List<TraceNote> notes() {
        return notes;
    }

    /** Services with spans, in order of their first span. */
    public List<String> services() {
        return Arrays.stream(spans)
                .filter(span -> !span.standIn())
                .map(Span::service)
                .distinct()
                .toList();
    }

    /** How many spans there are. */
    public int size() {
        return spans.length;
    }

    /** The span at an index. */
    public Span span(int index) {
        return spans[index];
    }

    /** The parent's index, or -1 for a root. */
    public int parent(int index) {
        return forest.parent(index);
    }

    /** How many spans are above; 0 for a root. */
    public int depth(int index) {
        return forest.depth(index);
    }

    /** The index after the last span below this one. */
    public int subtreeEnd(int index) {
        return forest.subtreeEnd(index);
    }

    /** The step that starts are told in, nanoseconds: times that differ by no more are equal. */
    public long clockStepNanos() {
        return forest.stepNanos();
    }

    /** Start in nanoseconds from the start of the main root; negative for other roots that began before. */
    public long startNanos(int index) {
        return forest.start(index);
    }

    /** End in nanoseconds from the start of the main root. */
    public long endNanos(int index) {
        return forest.end(index);
    }

    /** Cleaned duration. */
    public long durationNanos(int index) {
        return forest.end(index) - forest.start(index);
    }

    /**
     * The span whose time this one is part of: its parent, or the nearest span above that lasted long enough to wait for it where the parent
     * had ended before; -1 if no span waited for it, and for roots.
     */
    public int waiter(int index) {
        return forest.waiter(index);
    }

    /** Whether nothing above waited for this span: the data says so, or it lies outside everything above it. */
    public boolean asynchronous(int index) {
        return forest.is(index, SpanForest.ASYNC | SpanForest.OUTSIDE);
    }

    /** Whether that nothing waited for this span is seen from its times alone: it lies outside everything above it. */
    public boolean outside(int index) {
        return forest.is(index, SpanForest.OUTSIDE);
    }

    /** Whether this span or one above it was not waited for: what happens here cannot delay the root's end. */
    public boolean background(int index) {
        return forest.is(index, SpanForest.BACKGROUND);
    }

    /** Whether the span's end was cut to the end of the span that waited for it. How long the latter waited for it is not known then. */
    public boolean cut(int index) {
        return forest.is(index, SpanForest.CUT);
    }

    /** Whether no end was reported: the duration is the least it can be. */
    public boolean unfinished(int index) {
        return forest.is(index, SpanForest.UNFINISHED);
    }

    /** Whether the parent is assumed: the reported one is missing. */
    public boolean parentAssumed(int index) {
        return forest.is(index, SpanForest.PARENT_ASSUMED);
    }

    /** The main root's duration, or of the longest transaction row if there are no spans, or 0. */
    public long durationNanos() {
        return size() > 0
                ? durationNanos(0)
                : transactions().stream()
                        .mapToLong(TransactionRow::durationNanos)
                        .max()
                        .orElse(0);
    }

    /** When the main root, else the first transaction row, else the first log line was, nanoseconds since the epoch, or 0 if nothing is known. */
    public long startEpochNanos() {
        if (size() > 0) {
            return forest.epochNanos();
        }
        long firstLine = logs.isEmpty() ? 0 : logs.get(0).atNanos();
        return transactions().stream()
                .mapToLong(TransactionRow::startNanos)
                .min()
                .orElse(firstLine);
    }

    /** The index of the first span with this id; the first call takes O(n), the next ones O(1). */
    public OptionalInt indexOf(String spanId) {
        SpanIndex known = index;
        if (known == null) {
            known = SpanIndex.of(spans);
            index = known;
        }
        int first = known.first(spanId);
        return first < 0 ? OptionalInt.empty() : OptionalInt.of(first);
    }
}
