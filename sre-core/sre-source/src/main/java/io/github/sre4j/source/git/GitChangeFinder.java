package io.github.sre4j.source.git;

import io.github.sre4j.fix.Change;
import io.github.sre4j.fix.ChangeDetection;
import io.github.sre4j.fix.ChangeDetection.Unseen;
import io.github.sre4j.fix.DiffReader;
import io.github.sre4j.fix.LineRange;
import io.github.sre4j.source.git.Git.Answer;
import io.github.sre4j.source.git.Git.NoGitException;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the change under build: on a branch all that it changes since it left the default branch, on the default branch all that came into it since
 * the middle of the window; uncommitted changes too. Immutable and thread-safe; each look asks Git anew.
 */
public final class GitChangeFinder implements Supplier<ChangeDetection> {

    private static final List<String> USUAL = List.of("origin/HEAD", "origin/main", "origin/master", "main", "master");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final @Nullable GitRepository repository;
    private final String searchPath;
    private final @Nullable String baseBranch;
    private final Instant middle;

    /**
     * A finder.
     *
     * @param folder a folder in the repository
     * @param baseBranch the default branch, or null to look for it
     * @param middle the middle of the window
     * @throws IllegalArgumentException if the branch's name is none
     */
    public GitChangeFinder(Path folder, @Nullable String baseBranch, Instant middle) {
        this(folder, baseBranch, middle, Git.searchPath());
    }

    GitChangeFinder(Path folder, @Nullable String baseBranch, Instant middle, String searchPath) {
        // Git would read a name that begins with a dash as an option.
        if (baseBranch != null && (baseBranch.isBlank() || baseBranch.startsWith("-"))) {
            throw new InvalidInputException(Message.of(GitChangeFinder.class, "no-branch", baseBranch));
        }
        this.repository = GitRepository.around(folder).orElse(null);
        this.searchPath = searchPath;
        this.baseBranch = baseBranch;
        this.middle = middle;
    }

    @Override
    public ChangeDetection get() {
        if (repository == null) {
            return ChangeDetection.none(Unseen.NO_REPOSITORY, "");
        }
        return new Look(new Git(repository.root(), searchPath, PATIENCE), baseBranch, middle).change();
    }

    /** One look, with its own Git: what the configuration says is read once a look. */
    private record Look(Git git, @Nullable String baseBranch, Instant middle) {

        ChangeDetection change() {
            try {
                Answer<String> inside = git.line("rev-parse", "--is-inside-work-tree");
                if (!inside.worked()) {
                    boolean none = inside.error().contains("not a git repository");
                    return none ? ChangeDetection.none(Unseen.NO_REPOSITORY, "") : failed(inside);
                }
                Optional<String> head = commit("HEAD");
                if (head.isEmpty()) {
                    return ChangeDetection.none(Unseen.NOTHING_BEFORE, "");
                }
                Optional<String> base = base();
                if (base.isEmpty()) {
                    return ChangeDetection.none(isShallow() ? Unseen.SHALLOW : Unseen.NO_DEFAULT_BRANCH, "");
                }
                Answer<String> fork = git.line("merge-base", base.get(), head.get());
                if (!fork.worked() || fork.out().isEmpty()) {
                    return ChangeDetection.none(isShallow() ? Unseen.SHALLOW : Unseen.NO_DEFAULT_BRANCH, "");
                }
                return fork.out().equals(head.get()) ? merged(head.get()) : change(head.get(), false, fork.out());
            } catch (NoGitException e) {
                return ChangeDetection.none(Unseen.NO_GIT, "");
            } catch (IOException e) {
                return ChangeDetection.none(Unseen.FAILED, String.valueOf(e.getMessage()));
            }
        }

        private Optional<String> base() throws IOException {
            List<String> candidates = baseBranch == null
                    ? USUAL
                    : Stream.of("origin/" + baseBranch, baseBranch).toList();
            for (String candidate : candidates) {
                Optional<String> commit = commit(candidate);
                if (commit.isPresent()) {
                    return commit;
                }
            }
            return Optional.empty();
        }

        private ChangeDetection merged(String head) throws IOException {
            Answer<String> before = git.line("rev-list", "--max-count=1", "--first-parent", "--before=" + middle, head);
            if (before.worked() && !before.out().isEmpty()) {
                return change(head, true, before.out());
            }
            Optional<String> parent = commit("HEAD^1");
            return parent.isPresent()
                    ? change(head, true, parent.get())
                    : ChangeDetection.none(isShallow() ? Unseen.SHALLOW : Unseen.NOTHING_BEFORE, "");
        }

        private ChangeDetection change(String head, boolean merged, String before) throws IOException {
            Answer<Map<String, List<LineRange>>> diff = git.run(
                    DiffReader::read,
                    List.of(
                            // What a user or a CI has set for people would change what is read here.
                            "-c",
                            "core.quotePath=false",
                            "-c",
                            "diff.noprefix=false",
                            "-c",
                            "diff.mnemonicPrefix=false",
                            "-c",
                            "diff.relative=false",
                            "diff",
                            "--unified=0",
                            "--inter-hunk-context=0",
                            "--no-color",
                            "--no-ext-diff",
                            "--no-textconv",
                            "--find-renames",
                            "--ignore-all-space",
                            "--ignore-submodules",
                            "--src-prefix=a/",
                            "--dst-prefix=b/",
                            before,
                            "--"));
            return diff.worked() ? ChangeDetection.at(new Change(head, merged, middle, diff.out())) : failed(diff);
        }

        private Optional<String> commit(String name) throws IOException {
            Answer<String> commit = git.line("rev-parse", "--verify", "--quiet", name + "^{commit}");
            return commit.worked() && !commit.out().isEmpty() ? Optional.of(commit.out()) : Optional.empty();
        }

        private boolean isShallow() throws IOException {
            return git.line("rev-parse", "--is-shallow-repository").out().equals("true");
        }

        private static ChangeDetection failed(Answer<?> answer) {
            return ChangeDetection.none(Unseen.FAILED, answer.error());
        }
    }
}
