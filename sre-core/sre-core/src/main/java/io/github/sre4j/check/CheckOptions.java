package io.github.sre4j.check;

import io.github.sre4j.baseline.Baseline;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one check is to look at, and how strict it is.
 *
 * @param service the service
 * @param window the window
 * @param enforcement what a miss does to the build
 * @param onNoData what a service without telemetry does to the build
 * @param baseline the misses known before, or null if there is no baseline; only {@link Enforcement#RATCHET} looks at it
 * @param override why a miss is to pass this once, or null
 * @param fixes knows which fixes are in flight, or null if nobody looks for any
 */
public record CheckOptions(
        Service service,
        Window window,
        Enforcement enforcement,
        OnNoData onNoData,
        @Nullable Baseline baseline,
        @Nullable String override,
        @Nullable FixReviewer fixes) {

    /** Options for a check that looks for no fix in flight. */
    public CheckOptions(
            Service service,
            Window window,
            Enforcement enforcement,
            OnNoData onNoData,
            @Nullable Baseline baseline,
            @Nullable String override) {
        this(service, window, enforcement, onNoData, baseline, override, null);
    }

    /** Options without a baseline and without an override. */
    public CheckOptions(Service service, Window window, Enforcement enforcement, OnNoData onNoData) {
        this(service, window, enforcement, onNoData, null, null);
    }

    /** Refuses null. */
    public CheckOptions {
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(enforcement, "enforcement");
        Objects.requireNonNull(onNoData, "onNoData");
    }
}
