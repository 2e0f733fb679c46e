package io.github.sre4j.source.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.sre4j.fix.Change;
import io.github.sre4j.fix.ChangeDetection;
import io.github.sre4j.fix.ChangeDetection.Unseen;
import io.github.sre4j.fix.LineRange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitChangeFinderTest {

    private static final Instant MIDDLE = Instant.parse("2026-11-18T12:00:00Z");
    private static final String OLD = "2026-11-10T12:00:00Z";
    private static final String YOUNG = "2026-11-20T12:00:00Z";

    @TempDir
    private Path folder;

    private Path repository;

    @BeforeEach
    void a_repository_whose_default_branch_is_old() throws Exception {
        repository = Files.createDirectories(folder.resolve("shop/module"));
        git(shop(), OLD, "init", "--quiet", "--initial-branch=main");
        write("A.java", "one();\ntwo();\nthree();\n");
        commit(OLD);
        write("B.java", "b();\n");
        commit(OLD);
    }

    @Test
    void on_a_branch_it_is_what_changed_since_the_branch_left_committed_or_not() throws Exception {
        git(shop(), OLD, "checkout", "--quiet", "-b", "fix");
        write("A.java", "one();\nTWO();\nthree();\n");
        commit(YOUNG);
        git(shop(), OLD, "checkout", "--quiet", "main");
        write("B.java", "somebody else\n");
        commit(YOUNG);
        git(shop(), OLD, "checkout", "--quiet", "fix");
        write("A.java", "one();\nTWO();\nthree();\nfour();\n");
        Change change = seen();
        assertThat(change.merged()).isFalse();
        assertThat(change.commit()).hasSize(40);
        assertThat(change.lines())
                .containsOnly(entry("module/A.java", List.of(new LineRange(2, 2), new LineRange(4, 4))));
    }

    @Test
    void so_it_is_where_the_commit_is_checked_out_without_a_branch_and_the_default_branch_is_a_remote_one()
            throws Exception {
        git(shop(), OLD, "checkout", "--quiet", "-b", "fix");
        write("A.java", "one();\nTWO();\nthree();\n");
        commit(YOUNG);
        Path clone = folder.resolve("clone");
        git(folder, OLD, "clone", "--quiet", "--no-checkout", shop().toString(), clone.toString());
        git(clone, OLD, "checkout", "--quiet", "--detach", "origin/fix");
        assertThat(look(clone, "main").change()).isNotNull();
        git(clone, OLD, "remote", "set-head", "origin", "main");
        Change change = Objects.requireNonNull(look(clone, null).change());
        assertThat(change.lines()).containsOnlyKeys("module/A.java");
    }

    @Test
    void on_the_default_branch_it_is_what_came_in_since_the_middle_of_the_window() throws Exception {
        assertThat(seen().lines()).isEmpty();
        assertThat(seen().merged()).isTrue();
        write("A.java", "one();\nTWO();\nthree();\n");
        commit(YOUNG);
        write("B.java", "b2();\n");
        commit(YOUNG);
        Change change = seen();
        assertThat(change.from()).isEqualTo(MIDDLE);
        assertThat(change.lines()).containsOnlyKeys("module/A.java", "module/B.java");
    }

    @Test
    void settings_that_people_have_for_their_eyes_change_nothing() throws Exception {
        for (String setting : List.of(
                "diff.noprefix=true",
                "diff.mnemonicPrefix=true",
                "diff.relative=true",
                "color.ui=always",
                "color.diff=always",
                "diff.interHunkContext=9",
                "diff.context=9",
                "diff.external=false",
                "core.quotePath=true")) {
            git(shop(), OLD, "config", setting.split("=")[0], setting.split("=")[1]);
        }
        git(shop(), OLD, "checkout", "--quiet", "-b", "fix");
        write("Größe \"1\".java", "one();\n");
        git(shop(), OLD, "mv", "module/B.java", "module/Moved.java");
        write("A.java", "  one();\nTWO();\nthree();\n");
        commit(YOUNG);
        assertThat(seen().lines())
                .containsOnly(
                        entry("module/A.java", List.of(new LineRange(2, 2))),
                        entry("module/Größe \"1\".java", List.of(new LineRange(1, 1))));
    }

    @Test
    void what_cannot_be_seen_is_said() throws Exception {
        Path nowhere = Files.createDirectories(folder.resolve("nowhere"));
        assertThat(look(nowhere, null)).isEqualTo(ChangeDetection.none(Unseen.NO_REPOSITORY, ""));
        assertThat(new GitChangeFinder(repository, null, MIDDLE, folder.toString()).get())
                .isEqualTo(ChangeDetection.none(Unseen.NO_GIT, ""));
        assertThat(look(repository, "trunk")).isEqualTo(ChangeDetection.none(Unseen.NO_DEFAULT_BRANCH, ""));
        git(nowhere, OLD, "init", "--quiet");
        assertThat(look(nowhere, null)).isEqualTo(ChangeDetection.none(Unseen.NOTHING_BEFORE, ""));
        assertThatThrownBy(() -> look(repository, "--output=x")).hasMessage("'--output=x' is no branch");
    }

    @Test
    void a_clone_of_one_commit_is_too_shallow_to_tell() throws Exception {
        write("A.java", "one();\nTWO();\nthree();\n");
        commit(YOUNG);
        git(shop(), OLD, "checkout", "--quiet", "-b", "fix");
        write("B.java", "b2();\n");
        commit(YOUNG);
        for (String branch : List.of("main", "fix")) {
            Path clone = folder.resolve("shallow-" + branch);
            git(
                    folder,
                    OLD,
                    "clone",
                    "--quiet",
                    "--depth=1",
                    "--branch=" + branch,
                    "file://" + shop(),
                    clone.toString());
            git(clone, OLD, "checkout", "--quiet", "--detach");
            assertThat(look(clone, "main")).as(branch).isEqualTo(ChangeDetection.none(Unseen.SHALLOW, ""));
        }
    }

    private Path shop() {
        return folder.resolve("shop");
    }

    private Change seen() {
        return Objects.requireNonNull(look(repository, null).change());
    }

    private static ChangeDetection look(Path folder, @Nullable String baseBranch) {
        return new GitChangeFinder(folder, baseBranch, MIDDLE).get();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(repository.resolve(name), text);
    }

    private void commit(String date) throws Exception {
        git(shop(), date, "add", "--all");
        git(shop(), date, "commit", "--quiet", "--message", "any");
    }

    private static void git(Path folder, String date, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_COMMITTER_DATE", date);
        builder.environment().put("GIT_AUTHOR_DATE", date);
        Process git = builder.start();
        String output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(output).isZero();
    }
}
