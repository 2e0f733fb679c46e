package io.github.sre4j.maven;

import io.github.sre4j.check.state.FixSettings;
import io.github.sre4j.source.git.GitVersionControl;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What the goals share that let a build pass which carries the fix of what it misses. */
abstract class AbstractFixMojo extends AbstractServiceMojo {

    /**
     * The default branch, such as {@code main}: what a build changes since it left this branch is looked at for the fix of what misses. Default: {@code
     * origin/HEAD}, {@code origin/main}, {@code origin/master}, {@code main} or {@code master}, the first that is there.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.baseBranch")
    private @Nullable String baseBranch;

    /**
     * How many days a miss fails no build after a fix of it came into the default branch, 1 to 90.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.fix.days", defaultValue = "14")
    private int fixDays = 14;

    /**
     * When the service was deployed last, such as {@code 2026-11-22T09:00:00Z}: a fix that is deployed ends sooner if enough traffic since then shows no
     * change. Default: the first deployment in telemetry ({@code Deployment} events) whose commit holds the fix; if there is none, only its deadline ends a
     * fix.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.fix.deployed")
    private @Nullable String fixDeployed;

    AbstractFixMojo(KeyFinder keys) {
        super(keys);
    }

    final FixSettings fixSettings() throws MojoExecutionException {
        GitVersionControl git = parameter("sre.baseBranch", () -> new GitVersionControl(base(), baseBranch));
        Instant deployed = lastDeployment();
        return parameter("sre.fix.days", () -> new FixSettings(git, fixDays, deployed, this::sources));
    }

    private @Nullable Instant lastDeployment() throws MojoExecutionException {
        if (fixDeployed == null) {
            return null;
        }
        try {
            return Instant.parse(fixDeployed);
        } catch (DateTimeException e) {
            throw GoalException.of("fix-no-instant", fixDeployed);
        }
    }
}
