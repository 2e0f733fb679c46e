package io.github.sre4j.trace.period.profile;

import java.util.List;

/**
 * What one request did.
 *
 * @param traceId the trace
 * @param startNanos start, nanoseconds since the epoch
 * @param durationNanos duration of the root
 * @param executions in depth-first order; the first one is the root
 */
public record RequestProfile(String traceId, long startNanos, long durationNanos, List<Execution> executions) {

    /** Copies the list. */
    public RequestProfile {
        executions = List.copyOf(executions);
    }
}
