package io.github.sre4j.telemetry;

import io.github.sre4j.sli.Window;
import java.util.Objects;

/**
 * A time of planned work, whose requests are not judged. Immutable and thread-safe.
 *
 * @param window the time
 * @param reason the reason, as its author wrote it
 */
public record MaintenanceWindow(Window window, String reason) {

    /** Validates the components. */
    public MaintenanceWindow {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(reason, "reason");
    }
}
