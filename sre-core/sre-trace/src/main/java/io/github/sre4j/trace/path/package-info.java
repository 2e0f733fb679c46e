/**
 * What decided a request's duration: the critical path, and self time, slack and drag of every span.
 *
 * <p>Rule of the path: walk back from the end of a span; the child that ended last before the point reached is what was waited
 * for; go on from its start (Yang and Miller, "Critical Path Analysis for the Execution of Parallel and Distributed
 * Programs", 1988, on spans as Uber's CRISP does, USENIX ATC 2022). Drag is Devaux's: how much a critical activity adds to the
 * whole, bounded by the slack of what runs beside it ("The Drag Efficient", 2012). Children not waited for stay off the path.
 *
 * <p>Cost: O(n log n), no recursion. Threads: safe. Units: nanoseconds.
 */
@NullMarked
package io.github.sre4j.trace.path;

import org.jspecify.annotations.NullMarked;
