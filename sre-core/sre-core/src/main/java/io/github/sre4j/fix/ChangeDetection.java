package io.github.sre4j.fix;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The change under build, or why it cannot be seen.
 *
 * @param change the change, or null
 * @param why why there is none, or null
 * @param detail what the version control said, one line, empty if nothing; untrusted
 */
public record ChangeDetection(
        @Nullable Change change, @Nullable Unseen why, String detail) {

    /** Refuses both and neither. */
    public ChangeDetection {
        Objects.requireNonNull(detail, "detail");
        if ((change == null) == (why == null)) {
            throw new IllegalArgumentException("there is a change, or a reason why there is none");
        }
    }

    /** Why a change cannot be seen. */
    public enum Unseen {
        /** Git is not installed. */
        NO_GIT,
        /** The folder is in no repository. */
        NO_REPOSITORY,
        /** The clone lacks the commits to compare with. */
        SHALLOW,
        /** No default branch is known. */
        NO_DEFAULT_BRANCH,
        /** There is no earlier commit. */
        NOTHING_BEFORE,
        /** Git failed. */
        FAILED
    }

    /** A change. */
    public static ChangeDetection at(Change change) {
        return new ChangeDetection(change, null, "");
    }

    /** No change, and why. */
    public static ChangeDetection none(Unseen why, String detail) {
        return new ChangeDetection(null, why, detail);
    }

    Optional<Change> seen() {
        return Optional.ofNullable(change);
    }
}
