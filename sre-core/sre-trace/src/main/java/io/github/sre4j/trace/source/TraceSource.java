package io.github.sre4j.trace.source;

import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the traces of requests. An implementation need not be thread-safe. */
public interface TraceSource {

    /**
     * Returns everything that is known of a request. What is missing is noted in the data.
     *
     * @param request the request
     * @param window where to look; files are read whole
     * @return the data, without spans, transactions and log lines if nothing is known
     * @throws IOException if the source cannot be read; its message is one sentence for people
     */
    TraceData find(RequestId request, Window window) throws IOException;

    /**
     * Returns every trace.
     *
     * @return the traces; empty if this source cannot list them
     * @throws IOException if the source cannot be read; its message is one sentence for people
     */
    default Optional<List<TraceData>> traces() throws IOException {
        return Optional.empty();
    }

    /**
     * Returns the requests of a period and of a reference.
     *
     * @param window the period
     * @param reference the reference, or null for a usual one with enough requests
     * @return the requests; without any if this source cannot list them
     * @throws IOException if the source cannot be read; its message is one sentence for people
     */
    default PeriodSelection period(TimeRange window, @Nullable TimeRange reference) throws IOException {
        List<TraceData> all = traces().orElse(List.of());
        return reference == null ? PeriodSelection.of(all, window) : PeriodSelection.of(all, window, reference);
    }

    /** Returns how far back traces are kept: the window of a request that names no other. */
    default Duration retention() {
        return Duration.ofDays(8);
    }

    /** Returns how long a trace takes to be complete after its request; zero if it is complete at once. */
    default Duration arrival() {
        return Duration.ZERO;
    }
}
