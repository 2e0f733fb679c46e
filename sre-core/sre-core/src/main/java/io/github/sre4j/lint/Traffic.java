package io.github.sre4j.lint;

import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Measurements;
import java.util.Objects;

/**
 * What was measured, by the plan of {@link Lint#effective()}.
 *
 * @param window the window
 * @param measurements the measurements
 */
public record Traffic(Window window, Measurements measurements) {

    /** Refuses null. */
    public Traffic {
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(measurements, "measurements");
    }
}
