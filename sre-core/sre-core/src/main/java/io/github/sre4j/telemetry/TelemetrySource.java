package io.github.sre4j.telemetry;

import io.github.sre4j.text.Message;

/**
 * Measures the endpoints of one service.
 *
 * <p>An implementation is made for one service (an application in New Relic, a folder of event files) and says so in
 * {@link #description()}. It need not be thread-safe; a check uses it from one thread.
 */
public interface TelemetrySource {

    /** What is read, for people: {@code "event files in build/events"}. Holds no secret. */
    Message description();

    /**
     * Measures every endpoint the source knows in the plan's window.
     *
     * <p>Endpoints that no class of the plan matches are measured too, without a threshold, so that they can be reported.
     *
     * @param plan what to measure
     * @param progress told how far the work is, if it takes long
     * @return the measurements, also when there are none: an empty list says "no events", never an exception
     * @throws TelemetryException if the source cannot be read; its message is one sentence for people
     */
    Measurements measure(MeasurementPlan plan, ProgressListener progress) throws TelemetryException;
}
