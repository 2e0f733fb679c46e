package io.github.sre4j.advisor.evidence;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.TelemetryException;
import java.util.List;
import java.util.Map;

/**
 * Finds out why endpoints miss the standard. Made for one service; asked from one thread.
 *
 * <p>Traces are sampled, so luck decides which of them there are. What happens in all requests is asked of metrics first, once for all
 * endpoints; traces then confirm and locate it, for the few endpoints that are asked about.
 */
public interface EvidenceSource {

    /**
     * Where the time of each endpoint goes, from metrics that know every request.
     *
     * @param window the window
     * @return by endpoint; empty if there are no such metrics
     * @throws TelemetryException if the source cannot be read
     */
    Map<EndpointName, Breakdown> breakdowns(Window window) throws TelemetryException;

    /**
     * Slow, normal and failed requests of some endpoints.
     *
     * @param questions at most {@link #maxBatchSize()} of them
     * @param window the window
     * @return the answers in the order of the questions
     * @throws TelemetryException if the source cannot be read
     */
    List<EndpointEvidence> drillDown(List<EvidenceQuestion> questions, Window window) throws TelemetryException;

    /** How many endpoints it is cheap to ask about at once, at least 1. */
    int maxBatchSize();

    /** How many queries were sent so far; 0 for files. */
    int queries();

    /** The traces of each kind to look at for an endpoint, at most. */
    int TRACES = 20;
}
