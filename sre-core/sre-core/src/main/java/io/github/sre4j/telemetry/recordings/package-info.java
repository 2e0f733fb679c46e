/**
 * Recordings of the in-service recorder as a telemetry source: folders of {@code .hlog} files, merged over all instances that wrote them, and
 * what turns recorded intervals into measurements.
 *
 * <p><b>What is exact.</b> Requests and errors always; slow requests and excess time where the recorder was given the threshold of the
 * standard that is checked. Where it was given another one, both come from histograms, whose buckets are at most 1 % wide, and a note says
 * so. An interval counts whole, at its beginning: at the edge of a window, a half or an hour, requests may be told up to one interval too
 * early.
 */
@NullMarked
package io.github.sre4j.telemetry.recordings;

import org.jspecify.annotations.NullMarked;
