package io.github.sre4j.maven;

import io.github.sre4j.code.Libraries;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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

    private static void add(Map<String, Set<String>> to, String group, String artifact, String version, String scope) {
        // What only tests use is not part of the service.
        if (version != null && !"test".equals(scope)) {
            to.computeIfAbsent(group + ":" + artifact, none -> new HashSet<>()).add(version);
        }
    }
}
