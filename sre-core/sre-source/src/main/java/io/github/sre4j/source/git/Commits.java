package io.github.sre4j.source.git;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** What Git knows of commits. Immutable and thread-safe; each question asks Git anew. */
public final class Commits {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern COMMIT = Pattern.compile("[0-9a-fA-F]{7,64}");

    private final Git git;

    /**
     * The commits of a repository.
     *
     * @param folder a folder in it
     */
    public Commits(Path folder) {
        this.git = new Git(folder, "git", PATIENCE);
    }

    /**
     * Whether a commit holds another one, or is it; no if either is no commit of this repository, or Git cannot say.
     *
     * @param commit the commit, as somebody else wrote it
     * @param earlier the one it may hold
     */
    public boolean holds(String commit, String earlier) {
        if (!COMMIT.matcher(commit).matches() || !COMMIT.matcher(earlier).matches()) {
            return false;
        }
        try {
            return git.line("merge-base", "--is-ancestor", earlier, commit).worked();
        } catch (IOException e) {
            return false;
        }
    }
}
