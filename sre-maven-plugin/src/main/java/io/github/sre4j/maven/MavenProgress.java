package io.github.sre4j.maven;

import io.github.sre4j.telemetry.ProgressListener;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says every few seconds how far a long read is. Not thread-safe, as a listener is called from one thread at a time. */
final class MavenProgress implements ProgressListener {

    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final GoalLog log;
    private final LongSupplier nanoTime;
    private long nextNanos;

    MavenProgress(GoalLog log, LongSupplier nanoTime) {
        this.log = log;
        this.nanoTime = nanoTime;
        this.nextNanos = nanoTime.getAsLong() + EVERY_NANOS;
    }

    @Override
    public void advanced(long done, long total) {
        long now = nanoTime.getAsLong();
        if (now - nextNanos >= 0) {
            nextNanos = now + EVERY_NANOS;
            if (total > 0) {
                log.info("reading-share", done * 100 / total);
            } else {
                log.info("reading-megabytes", done / 1_000_000);
            }
        }
    }
}
