package io.github.sre4j.maven.gate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/**
 * The {@code sre:check} that the POM of a module binds to a phase.
 *
 * @param phase the phase
 * @param output the directory of its reports
 */
record BoundCheck(String phase, Path output) {

    private static final String PLUGIN = "io.github.sre4j:sre-maven-plugin";
    private static final String DEFAULT_PHASE = "verify";

    /** Phases of the default lifecycle from the first on to which a check may sensibly be bound, in order. */
    private static final List<String> PHASES = List.of(
            "validate",
            "initialize",
            "generate-sources",
            "process-sources",
            "generate-resources",
            "process-resources",
            "compile",
            "process-classes",
            "generate-test-sources",
            "process-test-sources",
            "generate-test-resources",
            "process-test-resources",
            "test-compile",
            "process-test-classes",
            "test",
            "prepare-package",
            "package",
            "pre-integration-test",
            "integration-test",
            "post-integration-test",
            "verify",
            "install",
            "deploy");

    /** Finds the bound check of a module; empty if it binds none. */
    static Optional<BoundCheck> of(MavenProject project) {
        Plugin plugin = project.getBuild() == null
                ? null
                : project.getBuild().getPluginsAsMap().get(PLUGIN);
        if (plugin == null) {
            return Optional.empty();
        }
        return plugin.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains("check"))
                .filter(execution -> !"none".equals(execution.getPhase()))
                .findFirst()
                .map(execution -> new BoundCheck(
                        execution.getPhase() == null ? DEFAULT_PHASE : execution.getPhase(),
                        output(project, plugin, execution)));
    }

    /** Returns true if a build with these goals includes its phase. */
    boolean isReachedBy(List<String> goals) {
        int own = PHASES.indexOf(phase);
        return own >= 0 && goals.stream().anyMatch(goal -> PHASES.indexOf(goal) >= own);
    }

    private static Path output(MavenProject project, Plugin plugin, PluginExecution execution) {
        String configured = Optional.ofNullable(text(execution.getConfiguration()))
                .orElseGet(() -> text(plugin.getConfiguration()));
        Path base = project.getBasedir().toPath();
        return configured == null || configured.contains("${")
                ? base.resolve(project.getBuild().getDirectory()).resolve("sre")
                : base.resolve(configured);
    }

    private static @Nullable String text(@Nullable Object configuration) {
        Xpp3Dom child = configuration instanceof Xpp3Dom dom ? dom.getChild("outputDirectory") : null;
        return child == null ? null : child.getValue();
    }
}
