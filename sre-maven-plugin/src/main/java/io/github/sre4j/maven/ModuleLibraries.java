package io.github.sre4j.maven;

import io.github.sre4j.code.Libraries;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;

/** Reads the libraries of modules: those that Maven resolved in this build, and otherwise those that the effective POM names. Downloads nothing. */
final class ModuleLibraries {

    private ModuleLibraries() {}

    static Libraries of(Collection<MavenProject> modules) {
        Map<String, Set<String>> declared = new HashMap<>();
        Map<String, Set<String>> managed = new HashMap<>();
        for (MavenProject module : modules) {
            for (Dependency each : module.getDependencies()) {
                add(declared, each.getGroupId(), each.getArtifactId(), each.getVersion(), each.getScope());
            }
            for (Artifact each : module.getArtifacts()) {
                add(declared, each.getGroupId(), each.getArtifactId(), each.getBaseVersion(), each.getScope());
            }
            if (module.getDependencyManagement() != null) {
                for (Dependency each : module.getDependencyManagement().getDependencies()) {
                    add(managed, each.getGroupId(), each.getArtifactId(), each.getVersion(), each.getScope());
                }
            }
        }
        return new Libraries(declared, managed);
    }

    /** Returns the JAR files of the libraries that the modules name, as far as they are in the local repository; constants in routes may be theirs. */
    static Set<Path> files(Collection<MavenProject> modules, Path repository) {
        Set<Path> files = new LinkedHashSet<>();
        for (MavenProject module : modules) {
            for (Artifact each : module.getArtifacts()) {
                if (each.getFile() != null) {
                    files.add(each.getFile().toPath());
                }
            }
            for (Dependency each : module.getDependencies()) {
                if (each.getVersion() != null && "jar".equals(each.getType()) && !"test".equals(each.getScope())) {
                    files.add(repository
                            .resolve(each.getGroupId().replace('.', '/'))
                            .resolve(each.getArtifactId())
                            .resolve(each.getVersion())
                            .resolve(each.getArtifactId() + "-" + each.getVersion() + ".jar"));
                }
            }
        }
        files.removeIf(each -> !Files.isRegularFile(each));
        return files;
    }

    private static void add(Map<String, Set<String>> to, String group, String artifact, String version, String scope) {
        // What only tests use is not part of the service.
        if (version != null && !"test".equals(scope)) {
            to.computeIfAbsent(group + ":" + artifact, none -> new HashSet<>()).add(version);
        }
    }
}
