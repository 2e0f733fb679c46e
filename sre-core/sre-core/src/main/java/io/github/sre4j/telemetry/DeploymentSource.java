package io.github.sre4j.telemetry;

import io.github.sre4j.sli.Window;
import java.util.List;

/** Knows when a service was deployed. An implementation need not be thread-safe. */
public interface DeploymentSource {

    /**
     * The deployments in a window, oldest first; empty if none is known.
     *
     * @throws TelemetryException if the source cannot be read; its message is one sentence for people
     */
    List<Deployment> deployments(Window window) throws TelemetryException;
}
