package io.github.sre4j.check;

import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import java.util.Objects;

/**
 * What one check is to look at, and how strict it is.
 *
 * @param service the service
 * @param window the window
 * @param enforcement what a miss does to the build
 * @param onNoData what a service without telemetry does to the build
 */
public record CheckOptions(Service service, Window window, Enforcement enforcement, OnNoData onNoData) {

    /** Refuses null. */
    public CheckOptions {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(onNoData, "onNoData");
    }
}
