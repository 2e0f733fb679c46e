package io.github.sre4j.maven;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: they can be switched off together. */
abstract class AbstractSreMojo extends AbstractMojo {

    /**
     * Skips every goal of this plugin.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("Skipped, because sre.skip is set.");
        } else if (skipsThisGoal()) {
            getLog().info("Skipped, because " + goalSkipProperty() + " is set.");
        } else {
            run();
        }
    }

    /** Whether every goal is switched off. */
    final boolean skipsAll() {
        return skip;
    }

    /** The property that switches off this goal alone. */
    abstract String goalSkipProperty();

    /** Whether that property is set. */
    abstract boolean skipsThisGoal();

    /** Does the goal's work. */
    abstract void run() throws MojoExecutionException, MojoFailureException;
}
