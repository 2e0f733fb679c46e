package io.github.sre4j.source.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ancestry of the commits of a repository. Immutable and thread-safe; each question asks Git anew. */
public final class CommitGraph {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");

    private final @Nullable Git git;

    /**
     * Asks the repository around a folder.
     *
     * @param folder a folder in it
     */
    public CommitGraph(Path folder) {
        this.git = GitRepository.around(folder)
                .map(repository -> new Git(repository.root(), Git.searchPath(), PATIENCE))
                .orElse(null);
    }

    /**
     * Returns whether a commit holds another one, or is it; false if either is no commit of this repository, or Git cannot say.
     *
     * @param commit the commit, as somebody else wrote it
     * @param earlier the one it may hold
     */
    public boolean holds(String commit, String earlier) {
        if (git == null
                || !COMMIT.matcher(commit).matches()
                || !COMMIT.matcher(earlier).matches()) {
            return false;
        }
        try {
            return git.line("merge-base", "--is-ancestor", earlier, commit).worked();
        } catch (IOException e) {
            return false;
        }
    }
}
