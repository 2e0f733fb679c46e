package io.github.sre4j.maven.gate;

import org.apache.maven.project.MavenProject;

/** A mark on a module that its check was executed in this build. It is of types of the JDK, so that class loaders do not matter. */
public final class CheckExecution {

    private static final String KEY = "io.github.sre4j.check.executed";

    private CheckExecution() {}

    /** Marks a module whose check runs, or is skipped by a parameter, which the goal reports itself. */
    public static void mark(MavenProject project) {
        project.setContextValue(KEY, true);
    }

    static boolean isMarked(MavenProject project) {
        return Boolean.TRUE.equals(project.getContextValue(KEY));
    }
}
