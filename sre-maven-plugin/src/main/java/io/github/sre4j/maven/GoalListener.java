package io.github.sre4j.maven;

import io.github.sre4j.check.CheckListener;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.text.Message;

/** Reports of a check in the log of a goal. Not thread-safe, as a listener is called from one thread at a time. */
final class GoalListener implements CheckListener {

    private final GoalLog log;
    private final ProgressListener progress;

    GoalListener(GoalLog log, boolean showsProgress) {
        this.log = log;
        this.progress = showsProgress ? new MavenProgress(log, System::nanoTime) : ProgressListener.NONE;
    }

    @Override
    public void info(Message message) {
        log.info(message);
    }

    @Override
    public void warn(Message message) {
        log.warn(message);
    }

    @Override
    public void debug(Throwable cause) {
        log.debug(cause);
    }

    @Override
    public void advanced(long done, long total) {
        progress.advanced(done, total);
    }
}
