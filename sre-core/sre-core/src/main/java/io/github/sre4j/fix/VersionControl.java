package io.github.sre4j.fix;

import java.time.Instant;
import java.util.function.Supplier;

/** The version control of the checkout under build. Implementations are thread-safe. */
public interface VersionControl {

    /**
     * Returns a finder of the change under build, which looks when it is called.
     *
     * @param since on the default branch, the time from which commits are part of the change
     */
    Supplier<ChangeDetection> change(Instant since);

    /** Returns whether a commit is another one or has it among its ancestors; false if that is not known. */
    boolean contains(String commit, String earlier);
}
