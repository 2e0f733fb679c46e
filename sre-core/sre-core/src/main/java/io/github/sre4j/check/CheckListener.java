package io.github.sre4j.check;

import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.text.Message;

/** Receives what a check reports while it runs: nothing of it stops the check. Called from one thread at a time. */
public interface CheckListener extends ProgressListener {

    /** A listener that ignores everything. */
    CheckListener NONE = new CheckListener() {};

    /** Reports what was done beside the check, such as a summary that was sent. */
    default void info(Message message) {}

    /** Reports what could not be done beside the check, such as a history that cannot be written. */
    default void warn(Message message) {}

    /** Reports the cause of a warning, for diagnosis. */
    default void debug(Throwable cause) {}

    @Override
    default void advanced(long done, long total) {}
}
