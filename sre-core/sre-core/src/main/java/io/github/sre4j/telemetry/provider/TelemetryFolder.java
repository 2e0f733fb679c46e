package io.github.sre4j.telemetry.provider;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A capability: event files to read further rows from.
 *
 * @param root the file or folder
 * @param app the application whose rows count, or null if the files hold only one
 */
public record TelemetryFolder(Path root, @Nullable String app) {

    /** Validates the components. */
    public TelemetryFolder {
        Objects.requireNonNull(root, "root");
    }

    /** Returns the application whose rows count; empty if the files hold only one. */
    public Optional<String> application() {
        return Optional.ofNullable(app);
    }
}
