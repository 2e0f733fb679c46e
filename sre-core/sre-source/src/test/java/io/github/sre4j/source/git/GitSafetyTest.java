package io.github.sre4j.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.sre4j.fix.ChangeDetection;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a checkout could have Git start a program, planted: none starts, and the change is found all the same. */
class GitSafetyTest {

    private static final Instant MIDDLE = Instant.parse("2026-11-18T12:00:00Z");
    private static final String OLD = "2026-11-10T12:00:00Z";
    private static final String EVIDENCE = "started";

    @TempDir
    private Path folder;

    private Path repository;
    private Path program;

    @BeforeEach
    void plant_program() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        program = executable(folder.resolve("program"), "#!/bin/sh\ntouch '" + folder.resolve(EVIDENCE) + "'\ncat\n");
        repository = Files.createDirectories(folder.resolve("shop"));
        git(repository, "init", "--quiet", "--initial-branch=main");
        Files.writeString(repository.resolve("A.java"), "one();\n");
        commit();
        git(repository, "checkout", "--quiet", "-b", "fix");
        Files.writeString(repository.resolve("A.java"), "two();\n");
        commit();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "core.fsmonitor            | ",
                "diff.external             | ",
                "filter.planted.clean      | *.java filter=planted",
                "filter.planted.process    | *.java filter=planted",
                "filter.Pl anted.clean     | *.java filter=planted",
                "diff.planted.textconv     | *.java diff=planted",
                "diff.planted.command      | *.java diff=planted",
                "core.pager                | ",
                "core.sshCommand           | ",
                "core.alternateRefsCommand | ",
                "gpg.program               | ",
                "credential.helper         | ",
            })
    void starts_no_program_of_configuration(String key, String attributes) throws Exception {
        git(repository, "config", key, program.toString());
        if (key.startsWith("filter")) {
            git(repository, "config", "filter.planted.required", "true");
        }
        if (attributes != null) {
            Files.writeString(repository.resolve(".gitattributes"), attributes + "\n");
        }
        // Not as the index knows it: Git has to look at the file.
        Files.writeString(repository.resolve("A.java"), "three();\n");
        assertThat(changedFiles(repository)).contains("A.java");
        assertThat(folder.resolve(EVIDENCE)).doesNotExist();
    }

    @Test
    void starts_no_program_of_included_configuration() throws Exception {
        Path included =
                Files.writeString(repository.resolve("settings"), "[filter \"planted\"]\n\tclean = " + program + "\n");
        git(repository, "config", "include.path", included.toString());
        Files.writeString(repository.resolve(".gitattributes"), "*.java filter=planted\n");
        Files.writeString(repository.resolve("A.java"), "three();\n");
        assertThat(changedFiles(repository)).contains("A.java");
        assertThat(folder.resolve(EVIDENCE)).doesNotExist();
    }

    @Test
    void runs_no_hook() throws Exception {
        Path hooks = Files.createDirectories(repository.resolve(".git/hooks"));
        for (String hook : List.of("post-index-change", "reference-transaction", "fsmonitor-watchman", "pre-auto-gc")) {
            executable(hooks.resolve(hook), Files.readString(program));
        }
        assertThat(changedFiles(repository)).contains("A.java");
        assertThat(folder.resolve(EVIDENCE)).doesNotExist();
    }

    @Test
    void does_not_take_committed_bare_repository_for_repository_of_product() throws Exception {
        Path bare = Files.createDirectories(repository.resolve("module"));
        git(bare, "init", "--quiet", "--bare", ".");
        Files.writeString(
                bare.resolve("config"),
                "[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = " + program + "\n\tsshCommand = " + program
                        + "\n");
        assertThat(changedFiles(bare)).contains("A.java");
        assertThat(folder.resolve(EVIDENCE)).doesNotExist();
    }

    @Test
    void ignores_variables_that_choose_another_repository_or_program() {
        Map<String, String> environment = new HashMap<>();
        for (String name : List.of(
                "GIT_DIR",
                "GIT_WORK_TREE",
                "GIT_EXTERNAL_DIFF",
                "GIT_CONFIG_COUNT",
                "GIT_CONFIG_PARAMETERS",
                "GIT_SSH",
                "GIT_EXEC_PATH",
                "git_ssh_command",
                "GIT_TRACE")) {
            environment.put(name, "planted");
        }
        environment.put("PATH", "/usr/bin");
        environment.put("GIT_CONFIG_GLOBAL", "/dev/null");
        GitSafety.apply(environment);
        assertThat(environment).doesNotContainValue("planted").containsKeys("PATH", "GIT_CONFIG_GLOBAL");
    }

    @Test
    void looks_for_git_in_absolute_folders_only() throws Exception {
        Path installed =
                executable(Files.createDirectories(folder.resolve("bin")).resolve("git"), "#!/bin/sh\n");
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("bin"));
        assertThat(GitProgram.find(relative + File.pathSeparator + "." + File.pathSeparator))
                .isEmpty();
        assertThat(GitProgram.find("." + File.pathSeparator + installed.getParent()))
                .contains(installed);
    }

    @Test
    void refuses_key_that_cannot_be_overridden() {
        assertThatThrownBy(() -> GitSafety.overrides(List.of("local", "filter.a=b.clean")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("filter.a=b.clean");
    }

    @Test
    void fetches_nothing_where_repository_names_how() throws Exception {
        assertThat(GitSafety.overrides(List.of("global", "core.sshcommand"))).isEmpty();
        assertThat(GitSafety.overrides(List.of("local", "core.sshcommand", "local", "protocol.ext.allow")))
                .contains("protocol.allow=never", "protocol.ext.allow=never");
    }

    @Test
    void ends_git_and_what_it_started_after_time_limit() throws Exception {
        executable(folder.resolve("git"), "#!/bin/sh\nsleep 600\n");
        Git slow = new Git(repository, folder.toString(), Duration.ofMillis(200));
        assertThatThrownBy(() -> slow.line("status"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("it took longer");
    }

    private static Set<String> changedFiles(Path where) {
        ChangeDetection detection = new GitChangeFinder(where, null, MIDDLE).get();
        return Objects.requireNonNull(detection.change(), () -> detection.toString())
                .lines()
                .keySet();
    }

    private static Path executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return file;
    }

    private void commit() throws Exception {
        git(repository, "add", "--all");
        git(repository, "commit", "--quiet", "--message", "any");
    }

    private static void git(Path where, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(where.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_COMMITTER_DATE", OLD);
        builder.environment().put("GIT_AUTHOR_DATE", OLD);
        Process git = builder.start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
    }
}
