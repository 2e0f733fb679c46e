/**
 * Records the requests of a service, inside the service, for a few nanoseconds each.
 *
 * <pre>{@code
 * SliRecorder recorder = SliRecorder.builder()
 *         .threshold(endpoint -> Optional.of(Duration.ofMillis(300)))
 *         .build();
 * EndpointRecorder owners = recorder.endpoint("WebTransaction/SpringController/owners/{ownerId} (GET)");
 *
 * owners.record(durationNanos, RequestOutcome.OK);        // hot path: no lock, no allocation
 *
 * RecordedInterval since = recorder.cut();         // what happened since the last cut
 * }</pre>
 *
 * <p><b>What is exact.</b> Requests, slow requests (longer than the endpoint's threshold), errors and excess time, under any number of
 * threads, platform or virtual: a request is one atomic increment of one counter, and that counter alone says its duration's bucket, on which
 * side of the threshold it lies and whether it failed, so that no reader ever sees a part of a request. Each request is in exactly one
 * interval. Percentiles are as exact as the recorder's precision (1 % by default). Excess time and the longest duration of a request that is
 * just being recorded while an interval is cut may be told in the next interval.
 *
 * <p><b>What it costs.</b> Durations are nanoseconds. An endpoint costs one kilobyte for each power of two its durations touch, up to 28 for
 * successes and 28 for errors, times the stripes it uses: one, until threads meet in it, then up to four a processor, rounded up to a power of two
 * (64 at most). Endpoints are capped ({@link io.github.sre4j.recorder.SliRecorder.Builder#maxEndpoints}); whatever comes after them is counted in one overflow
 * endpoint.
 *
 * <p><b>Coordinated omission.</b> A recorder sees the requests that reached it. Time that a request waited before, in a load balancer or in
 * the queue of a busy server, is not in its duration. In a load test, measure from the moment a request was due, not from the moment the
 * client got round to sending it; a service under real users has no such moment, and its queue is to be measured where it stands.
 *
 * <p>Needs nothing but HdrHistogram, whose bucket layout it has and whose {@code Histogram} it answers with.
 */
@NullMarked
package io.github.sre4j.recorder;

import org.jspecify.annotations.NullMarked;
