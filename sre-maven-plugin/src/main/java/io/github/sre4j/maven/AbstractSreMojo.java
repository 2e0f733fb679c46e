package io.github.sre4j.maven;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Texts;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** What all goals share: they can be switched off together, and they speak one language. */
abstract class AbstractSreMojo extends AbstractMojo {

    /**
     * Skips every goal of this plugin.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Language of the console and of what is written: {@code en} or {@code ja}. A page of a Maven site has the site's.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.locale", defaultValue = "en")
    private String locale = "en";

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            if (skip) {
                skipped("sre.skip");
            } else if (skipsThisGoal()) {
                skipped(goalSkipProperty());
            } else {
                run();
            }
        } catch (GoalException e) {
            getLog().debug(e);
            throw e.in(spoken());
        } catch (InvalidInputException e) {
            getLog().debug(e);
            throw GoalException.of(e).in(spoken());
        }
    }

    /**
     * Reports that the goal is skipped.
     *
     * @param property the property that skips it
     */
    void skipped(String property) throws MojoExecutionException {
        tell().info("skipped", property);
    }

    /** Whether every goal is switched off. */
    final boolean skipsAll() {
        return skip;
    }

    /** The words of the language the build asks for. */
    final Texts texts() throws MojoExecutionException {
        return parameter("sre.locale", () -> Texts.of(locale));
    }

    /** The log in that language. */
    final GoalLog tell() {
        return new GoalLog(getLog(), spoken());
    }

    /** English where nobody knows the language that is asked for. */
    private Texts spoken() {
        return Texts.in(Locale.forLanguageTag(locale.strip()));
    }

    /** Reads a parameter's text; what the reader throws becomes a message that names the parameter. */
    static <T> T parameter(String name, Supplier<T> reader) throws MojoExecutionException {
        try {
            return reader.get();
        } catch (IllegalArgumentException e) {
            throw GoalException.of(name, e);
        }
    }

    /** The property that switches off this goal alone. */
    abstract String goalSkipProperty();

    /** Whether that property is set. */
    abstract boolean skipsThisGoal();

    /** Does the goal's work. */
    abstract void run() throws MojoExecutionException, MojoFailureException;
}
