package io.github.sre4j.maven;

import io.github.sre4j.code.Libraries;
import io.github.sre4j.source.git.GitRepository;
import io.github.sre4j.source.scan.SourceLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** Where the sources of a module, and of the modules it needs, lie in a build. */
final class ReactorLayout {

    private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy", "scala");

    private ReactorLayout() {}

    /**
     * Returns the layout of a module.
     *
     * @param project the module
     * @param reactor all modules of the build
     * @param repository the local repository, in which the libraries of an unresolved build are looked up
     */
    static SourceLayout of(MavenProject project, Collection<MavenProject> reactor, Path repository) {
        Set<Path> sources = new LinkedHashSet<>();
        Set<Path> resources = new LinkedHashSet<>();
        Set<Path> classes = new LinkedHashSet<>();
        for (MavenProject each : modules(project, reactor)) {
            each.getCompileSourceRoots().forEach(root -> sources.add(Path.of(root)));
            Path main = base(each).resolve("src").resolve("main");
            for (String language : LANGUAGES) {
                // Plugins of other languages often add their folder only when they run.
                Stream.of(main.resolve(language)).filter(Files::isDirectory).forEach(sources::add);
            }
            sources.addAll(generated(Path.of(each.getBuild().getDirectory()).resolve("generated-sources")));
            for (Resource resource : each.getBuild().getResources()) {
                resources.add(Path.of(resource.getDirectory()));
            }
            classes.add(Path.of(each.getBuild().getOutputDirectory()));
        }
        classes.addAll(ModuleLibraries.files(modules(project, reactor), repository));
        Libraries libraries = ModuleLibraries.of(modules(project, reactor));
        Path root = GitRepository.around(base(project)).map(GitRepository::root).orElseGet(() -> top(project));
        return new SourceLayout(root, List.copyOf(sources), List.copyOf(resources), List.copyOf(classes), libraries);
    }

    /** The folders in which generators left sources in an earlier run: as packages, or below {@code src/main}. */
    private static List<Path> generated(Path folder) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> generators = Files.isDirectory(folder) ? Files.list(folder) : Stream.of()) {
            generators.filter(Files::isDirectory).sorted().forEach(each -> {
                Path main = each.resolve("src").resolve("main");
                boolean project = Files.isDirectory(main);
                for (String language : project ? LANGUAGES : List.of("")) {
                    Stream.of(project ? main.resolve(language) : each)
                            .filter(Files::isDirectory)
                            .forEach(found::add);
                }
            });
        } catch (IOException e) {
            // A folder that cannot be listed holds nothing for us; endpoints without a handler are named with the
            // reason.
            return found;
        }
        return found;
    }

    private static Path base(MavenProject project) {
        return project.getBasedir().toPath();
    }

    /** The folder of the topmost parent that lies in the same build. */
    private static Path top(MavenProject project) {
        MavenProject each = project;
        while (each.getParent() != null && each.getParent().getBasedir() != null) {
            each = each.getParent();
        }
        return base(each);
    }

    /** The module itself first, then what it needs; of an aggregator, its modules. */
    private static Set<MavenProject> modules(MavenProject project, Collection<MavenProject> reactor) {
        Map<String, MavenProject> byName = new HashMap<>();
        reactor.forEach(each -> byName.put(each.getGroupId() + ":" + each.getArtifactId(), each));
        Set<MavenProject> modules = new LinkedHashSet<>();
        Deque<MavenProject> open = new ArrayDeque<>(List.of(project));
        if (project.getPackaging().equals("pom")) {
            reactor.stream()
                    .filter(each -> base(each).startsWith(base(project)))
                    .forEach(open::add);
        }
        while (!open.isEmpty()) {
            MavenProject next = open.removeFirst();
            if (modules.add(next)) {
                for (Dependency each : next.getDependencies()) {
                    MavenProject upstream = byName.get(each.getGroupId() + ":" + each.getArtifactId());
                    if (upstream != null && !"test".equals(each.getScope())) {
                        open.addLast(upstream);
                    }
                }
            }
        }
        return modules;
    }
}
