package io.github.sre4j.telemetry;

import io.github.sre4j.sli.Window;

/** Knows how people visit the pages of a web application. An implementation need not be thread-safe. */
public interface VisitSource {

    /**
     * The visits of a window.
     *
     * @return the visits, also when there are none
     * @throws TelemetryException if the source cannot be read; its message is one sentence for people
     */
    Visits visits(Window window) throws TelemetryException;
}
