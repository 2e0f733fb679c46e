package io.github.sre4j.source.git;

import io.github.sre4j.fix.ChangeDetection;
import io.github.sre4j.fix.VersionControl;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Git as the version control of a checkout. Immutable and thread-safe.
 *
 * @param folder a folder in the repository
 * @param baseBranch the default branch, or null to look for it
 */
public record GitVersionControl(Path folder, @Nullable String baseBranch) implements VersionControl {

    /**
     * Validates the components.
     *
     * @throws IllegalArgumentException if the branch's name is invalid
     */
    public GitVersionControl {
        Objects.requireNonNull(folder, "folder");
        new GitChangeFinder(folder, baseBranch, Instant.EPOCH);
    }

    @Override
    public Supplier<ChangeDetection> change(Instant since) {
        return new GitChangeFinder(folder, baseBranch, since);
    }

    @Override
    public boolean contains(String commit, String earlier) {
        return new CommitGraph(folder).holds(commit, earlier);
    }
}
