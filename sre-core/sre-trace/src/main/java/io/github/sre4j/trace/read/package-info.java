/**
 * Reads traces: New Relic rows (from NRDB or event files), OpenTelemetry JSON, Jaeger JSON, Zipkin v2 JSON.
 *
 * <p>Every reader answers {@link io.github.sre4j.trace.TraceData}, one per trace. A row that cannot be read is counted and named in
 * a note, never dropped in silence. Cost: linear in the input, which is held in memory. Threads: readers are not thread-safe,
 * what they answer is immutable. Units: nanoseconds, whatever the format counts in.
 */
@NullMarked
package io.github.sre4j.trace.read;

import org.jspecify.annotations.NullMarked;
