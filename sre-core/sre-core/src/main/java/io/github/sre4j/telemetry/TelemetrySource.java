package io.github.sre4j.telemetry;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.Window;
import io.github.sre4j.text.Message;
import java.util.List;

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

    /**
     * Adds counts by hour to some measurements. Only a source whose {@link #measure} gives no hours, because they cost a further query, overrides this; a check
     * asks for them once, and only where the course over the window decides a verdict.
     *
     * @param plan the plan of the measurements
     * @param measured the measurements, of this source
     * @param endpoints the endpoints whose hours are needed, the most important first
     * @param progress told how far the work is, if it takes long
     * @return the same measurements, those of the endpoints with hours as far as the source gives them; its notes tell why one has none
     * @throws TelemetryException if the source cannot be read at all
     */
    default Measurements measureHours(
            MeasurementPlan plan, Measurements measured, List<EndpointName> endpoints, ProgressListener progress)
            throws TelemetryException {
        return measured;
    }

    /**
     * Returns the maintenance windows that the source knows, in any order. A check asks for them only where a limit is exceeded.
     *
     * @param window the window of the check
     * @throws TelemetryException if the source cannot be read
     */
    default List<MaintenanceWindow> maintenance(Window window) throws TelemetryException {
        return List.of();
    }
}
