package io.github.sre4j.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.Libraries;
import io.github.sre4j.source.scan.SourceLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Model;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReactorLayoutTest {

    @TempDir
    private Path folder;

    private MavenProject module(String name, String packaging, String... needs) throws IOException {
        Path base = Files.createDirectories(name.equals("root") ? folder : folder.resolve(name));
        Model model = new Model();
        model.setGroupId("com.acme");
        model.setArtifactId(name);
        model.setVersion("1");
        model.setPackaging(packaging);
        for (String each : needs) {
            Dependency dependency = new Dependency();
            dependency.setGroupId("com.acme");
            dependency.setArtifactId(each.replace("test:", ""));
            dependency.setScope(each.startsWith("test:") ? "test" : "compile");
            model.addDependency(dependency);
        }
        Build build = new Build();
        build.setDirectory(base.resolve("target").toString());
        build.setOutputDirectory(base.resolve("target/classes").toString());
        Resource resource = new Resource();
        resource.setDirectory(base.resolve("src/main/resources").toString());
        build.addResource(resource);
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(base.resolve("pom.xml").toFile());
        project.addCompileSourceRoot(base.resolve("src/main/java").toString());
        return project;
    }

    @Test
    void the_modules_a_module_needs_count_too() throws IOException {
        MavenProject web = module("web", "jar", "service", "test:testkit");
        MavenProject service = module("service", "jar", "data", "elsewhere");
        MavenProject data = module("data", "jar");
        MavenProject testkit = module("testkit", "jar");
        MavenProject other = module("other", "jar");
        SourceLayout layout = ReactorLayout.of(web, List.of(data, service, testkit, other, web), folder);
        assertThat(layout.sources())
                .containsExactly(
                        folder.resolve("web/src/main/java"),
                        folder.resolve("service/src/main/java"),
                        folder.resolve("data/src/main/java"));
        assertThat(layout.resources()).hasSize(3);
        assertThat(layout.classes()).contains(folder.resolve("data/target/classes"));
    }

    @Test
    void an_aggregator_stands_for_its_modules() throws IOException {
        MavenProject root = module("root", "pom");
        MavenProject web = module("web", "jar");
        Files.createDirectories(folder.resolve("web/src/main/kotlin"));
        SourceLayout layout = ReactorLayout.of(root, List.of(root, web), folder);
        assertThat(layout.sources())
                .contains(folder.resolve("web/src/main/java"), folder.resolve("web/src/main/kotlin"));
    }

    @Test
    void reads_versions_of_libraries_that_a_service_runs_with() throws IOException {
        MavenProject web = module("web", "jar");
        add(
                web.getModel().getDependencies(),
                "org.springframework.boot",
                "spring-boot-starter-web",
                "3.5.6",
                "compile");
        add(web.getModel().getDependencies(), "com.h2database", "h2", "2.3.232", "test");
        DependencyManagement management = new DependencyManagement();
        add(management.getDependencies(), "org.hibernate.orm", "hibernate-core", "6.6.29.Final", null);
        web.getModel().setDependencyManagement(management);
        Libraries libraries = ReactorLayout.of(web, List.of(web), folder).libraries();
        assertThat(libraries.versionsOfGroup("org.springframework.boot")).containsExactly("3.5.6");
        assertThat(libraries.versions("org.hibernate.orm:hibernate-core")).containsExactly("6.6.29.Final");
        assertThat(libraries.declares("com.h2database:h2")).isFalse();
        assertThat(libraries.declares("org.hibernate.orm:hibernate-core")).isFalse();
    }

    private static void add(List<Dependency> to, String group, String artifact, String version, String scope) {
        Dependency dependency = new Dependency();
        dependency.setGroupId(group);
        dependency.setArtifactId(artifact);
        dependency.setVersion(version);
        dependency.setScope(scope);
        to.add(dependency);
    }
}
