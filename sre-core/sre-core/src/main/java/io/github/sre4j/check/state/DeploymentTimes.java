package io.github.sre4j.check.state;

import io.github.sre4j.baseline.PendingFix;
import io.github.sre4j.fix.VersionControl;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Deployment;
import io.github.sre4j.telemetry.DeploymentSource;
import io.github.sre4j.telemetry.TelemetryException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * When a fix was deployed: at the first deployment whose commit holds it. One that names no commit may have carried anything, so it says nothing. Asks
 * for deployments only if there is a fix, and once. Not thread-safe.
 */
final class DeploymentTimes implements Function<PendingFix, Optional<Instant>> {

    private static final Duration FAR_BACK = Duration.ofDays(PendingFix.LONGEST_DAYS);

    private final DeploymentSource source;
    private final VersionControl commits;
    private final Window window;
    private final Consumer<Throwable> diagnosis;
    private @Nullable List<Deployment> deployments;

    DeploymentTimes(DeploymentSource source, VersionControl commits, Instant end, Consumer<Throwable> diagnosis) {
        this.source = source;
        this.commits = commits;
        this.window = Window.endingAt(end, FAR_BACK);
        this.diagnosis = diagnosis;
    }

    @Override
    public Optional<Instant> apply(PendingFix fix) {
        return deployments().stream()
                .filter(each -> each.commit() != null && commits.contains(each.commit(), fix.commit()))
                .map(Deployment::at)
                .findFirst();
    }

    private List<Deployment> deployments() {
        List<Deployment> known = deployments;
        if (known == null) {
            try {
                known = source.deployments(window);
            } catch (TelemetryException e) {
                // A check that cannot reach its telemetry says so itself; this is a help beside it.
                diagnosis.accept(e);
                known = List.of();
            }
            deployments = known;
        }
        return known;
    }
}
