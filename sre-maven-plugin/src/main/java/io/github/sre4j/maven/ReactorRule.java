package io.github.sre4j.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which modules of a build have a service to check.
 *
 * <p>A module has one if its own {@code sre.yaml} exists. A module without that file has one if an application or event files are set for it,
 * unless it is a {@code pom} module among others, or another module of the build has an {@code sre.yaml}: then the settings are that
 * module's, inherited or given on the command line.
 */
final class ReactorRule {

    /** What to do with the module under build. */
    enum Answer {
        /** It has a service. */
        CHECK,
        /** It has none, but the build has. */
        ELSEWHERE,
        /** A {@code pom} module, such as a parent that others inherit from, in a build without a service: there is nothing to check. */
        NOTHING,
        /** Nothing in the build says which service to check. */
        NOWHERE
    }

    private ReactorRule() {}

    /**
     * Decides for one module.
     *
     * @param config the module's {@code sre.yaml}, which may be missing
     * @param settings whether an application or event files are set
     * @param aggregator whether the module only holds others ({@code pom} packaging)
     * @param otherConfigs the {@code sre.yaml} of every other module of the build, which may be missing
     */
    static Answer decide(Path config, boolean settings, boolean aggregator, List<Path> otherConfigs) {
        if (Files.isRegularFile(config)) {
            return Answer.CHECK;
        }
        if (otherConfigs.stream().anyMatch(Files::isRegularFile)) {
            return Answer.ELSEWHERE;
        }
        if (!settings) {
            return aggregator && otherConfigs.isEmpty() ? Answer.NOTHING : Answer.NOWHERE;
        }
        return aggregator && !otherConfigs.isEmpty() ? Answer.ELSEWHERE : Answer.CHECK;
    }
}
