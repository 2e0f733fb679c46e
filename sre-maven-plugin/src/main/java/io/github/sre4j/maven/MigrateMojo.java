package io.github.sre4j.maven;

import io.github.sre4j.alerts.migrate.Migration;
import io.github.sre4j.alerts.migrate.MigrationModule;
import io.github.sre4j.alerts.migrate.mapping.MappingFile;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.monitor.Monitor;
import io.github.sre4j.alerts.migrate.monitor.MonitorFile;
import io.github.sre4j.alerts.migrate.report.MigrationReport;
import io.github.sre4j.report.ReportFiles;
import io.github.sre4j.text.FileTree;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import io.github.sre4j.text.Texts;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Translates OpenSearch Alerting monitors to New Relic alert conditions in Terraform, with a report on each difference. Conditions that are not exact start
 * disabled. Needs no project and no network.
 *
 * @since 0.1
 */
@Mojo(name = "migrate", requiresProject = false, aggregator = true, threadSafe = true)
public final class MigrateMojo extends AbstractSreMojo {

    private static final int MAX_FILE_BYTES = 50_000_000;

    /**
     * Skips this goal.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.migrate.skip", defaultValue = "false")
    private boolean skipMigrate;

    /**
     * Monitor, result of a search for monitors, or folder with such files ({@code .json}).
     *
     * @since 0.1
     */
    @Parameter(property = "sre.migrate.monitors")
    private @Nullable File monitors;

    /**
     * Answers of the organization: indices, fields, questions. It may be missing.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.migrate.mapping", defaultValue = MappingFile.NAME)
    private File mapping = new File(MappingFile.NAME);

    /**
     * Folder for the Terraform files and {@code sre-migration.md}. Default: {@code sre/migrated} in the build directory, or {@code sre-migrated} here
     * without a project. A file {@code terraform.tfvars} in it is kept.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.migrate.output")
    private @Nullable File output;

    /**
     * Whether the goal fails when a monitor is refused, unreadable or has an open question. The files are written either way.
     *
     * @since 0.1
     */
    @Parameter(property = "sre.migrate.failOnOpen", defaultValue = "true")
    private boolean failOnOpen = true;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private @Nullable MavenProject project;

    @Override
    String goalSkipProperty() {
        return "sre.migrate.skip";
    }

    @Override
    boolean skipsThisGoal() {
        return skipMigrate;
    }

    @Override
    void run() throws MojoExecutionException, MojoFailureException {
        if (monitors == null) {
            throw GoalException.of("migrate-what");
        }
        Path location = monitors.toPath();
        Texts texts = texts();
        List<Monitor> read = new ArrayList<>();
        List<Message> unreadable = new ArrayList<>();
        for (Path file : files(location)) {
            try {
                read.addAll(MonitorFile.read(name(location, file), content(file)));
            } catch (InvalidInputException e) {
                unreadable.add(e.said());
            }
        }
        if (read.isEmpty() && unreadable.isEmpty()) {
            throw GoalException.of("migrate-nothing", location);
        }
        Migration migration = Migration.of(read, unreadable, mapping(), texts);
        MigrationReport report = new MigrationReport(texts);
        Path folder = folder();
        write(folder, new MigrationModule(texts).files(migration), report.markdown(migration));
        report.lines(migration).forEach(getLog()::info);
        tell().info("migrate-written", folder, folder.resolve("sre-migration.md"));
        if (failOnOpen && !migration.isClean()) {
            throw new MojoFailureException(texts.say(Message.of(GoalException.class, "migrate-open")));
        }
    }

    private static String name(Path location, Path file) {
        Path name = location.equals(file) ? file.getFileName() : location.relativize(file);
        return name.toString().replace('\\', '/');
    }

    private static List<Path> files(Path location) throws MojoExecutionException {
        try {
            List<Path> found = FileTree.of(location).files();
            return Files.isDirectory(location)
                    ? found.stream()
                            .filter(file -> file.getFileName().toString().endsWith(".json"))
                            .toList()
                    : found;
        } catch (IOException e) {
            throw GoalException.of("sre.migrate.monitors", e);
        }
    }

    private static byte[] content(Path file) throws MojoExecutionException {
        try {
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw GoalException.of("migrate-large", file, MAX_FILE_BYTES / 1_000_000);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw GoalException.of("sre.migrate.monitors", e);
        }
    }

    private MigrationMapping mapping() throws MojoExecutionException {
        Path file = mapping.toPath();
        if (!Files.exists(file)) {
            return MigrationMapping.NONE;
        }
        return MappingFile.read(file.getFileName().toString(), content(file));
    }

    private static void write(Path folder, Map<String, String> files, String report) throws MojoExecutionException {
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                if (!file.getKey().equals(MigrationModule.VALUES) || !Files.exists(path)) {
                    write(path, file.getValue());
                }
            }
            write(folder.resolve("sre-migration.md"), report);
        } catch (IOException e) {
            throw GoalException.of("cannot-write", folder, Message.of(e));
        }
    }

    private static void write(Path file, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        ReportFiles.write(file, out -> out.write(content));
    }

    private Path folder() {
        if (output != null) {
            return output.toPath();
        }
        return project == null || project.getBasedir() == null
                ? Path.of("sre-migrated")
                : Path.of(project.getBuild().getDirectory()).resolve("sre").resolve("migrated");
    }
}
