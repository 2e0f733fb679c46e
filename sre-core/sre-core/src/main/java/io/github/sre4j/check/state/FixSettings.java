package io.github.sre4j.check.state;

import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.fix.FixReviewer;
import io.github.sre4j.fix.VersionControl;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.DeploymentSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The settings of pending fixes.
 *
 * @param versionControl the version control of the checkout
 * @param days how many days a fix may be pending, 1 to {@value PendingFix#LONGEST_DAYS}
 * @param deployed when the service was deployed last, or null if only telemetry may know
 * @param sources the product's source code; read only if a violation fails the build
 */
public record FixSettings(
        VersionControl versionControl, int days, @Nullable Instant deployed, Supplier<SourceIndex> sources) {

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the days are out of range
     */
    public FixSettings {
        FixReviewer.requireDays(days);
        Objects.requireNonNull(versionControl, "versionControl");
        Objects.requireNonNull(sources, "sources");
    }

    /**
     * Returns a reviewer of the violations of one check.
     *
     * @param recorded the fixes recorded before
     * @param window the window of the check
     * @param now the time of the check
     * @param deployments knows deployments, if {@code deployed} is null
     * @param diagnosis receives why deployments are not known
     */
    public FixReviewer reviewer(
            List<PendingFix> recorded,
            Window window,
            Instant now,
            DeploymentSource deployments,
            Consumer<Throwable> diagnosis) {
        Instant last = deployed;
        return new FixReviewer(
                recorded,
                versionControl.change(window.middle()),
                sources,
                days,
                last != null
                        ? fix -> Optional.of(last)
                        : new DeploymentTimes(deployments, versionControl, window.to(), diagnosis),
                LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
