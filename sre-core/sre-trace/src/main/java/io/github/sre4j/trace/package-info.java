/**
 * One request as its spans, log lines and transaction rows tell it: the immutable model and the cleaning of real data.
 *
 * <p>{@link Trace#of(TraceData)} turns what was read into a tree with cleaned times; what was wrong or missing is said in
 * {@link TraceNote}s. {@link TraceAnalysis} holds all that is computed about a trace, for stories and renderers to read.
 * Reading files lives in {@code trace.read}, the critical path in {@code trace.path}, errors in {@code trace.error}, what
 * took the time in {@code trace.detect}, several traces side by side in {@code trace.compare}.
 *
 * <p>Units: nanoseconds in {@code long}; points in time of raw data count from the epoch, points of a {@link Trace} from
 * the start of its root. Cost: cleaning is O(n log n). Threads: every type here is immutable and safe to share.
 */
@NullMarked
package io.github.sre4j.trace;

import org.jspecify.annotations.NullMarked;
