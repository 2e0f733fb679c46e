package io.github.sre4j.adapter.spring;

import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.log.RecordingLog;
import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;

/** One daemon thread that evaluates, and the log of recordings, from the start of the service to its end. Thread-safe. */
public final class ServiceLevelLifecycle implements DisposableBean {

    private static final Logger LOGGER = System.getLogger("io.github.sre4j");

    private final LiveServiceLevel live;
    private final @Nullable RecordingLog log;
    private final ScheduledExecutorService executor;
    private final Closeable evaluating;
    private final ScheduledFuture<?> watching;
    private volatile @Nullable String lastSaid;

    private ServiceLevelLifecycle(LiveServiceLevel live, Duration every, @Nullable RecordingLog log) {
        this.live = live;
        this.log = log;
        if (log != null) {
            live.recorder().onInterval(log);
        }
        this.executor = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "sre4j");
            thread.setDaemon(true);
            return thread;
        });
        this.evaluating = live.every(every, executor);
        this.watching = executor.scheduleWithFixedDelay(
                this::sayFailure, every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Says once what goes wrong, and once that it is over: nobody else looks at it. */
    private void sayFailure() {
        Exception now = log == null ? null : log.failure().orElse(null);
        if (now == null) {
            now = live.failure().orElse(null);
        }
        String said = now == null ? null : now.toString();
        if (said != null && !said.equals(lastSaid)) {
            LOGGER.log(Level.WARNING, "the service level is not fully known or recorded; it is tried again", now);
        } else if (said == null && lastSaid != null) {
            LOGGER.log(Level.INFO, "the service level is known and recorded again");
        }
        lastSaid = said;
    }

    static ServiceLevelLifecycle of(LiveServiceLevel live, ServiceLevelProperties properties, String service)
            throws IOException {
        ServiceLevelProperties.Recordings recordings = properties.recordings();
        RecordingLog log = recordings.folder() == null
                ? null
                : RecordingLog.open(
                        RecordingLog.options(Path.of(recordings.folder()), service)
                                .instance(recordings.instance())
                                .every(recordings.every()),
                        live.recorder().clock());
        return new ServiceLevelLifecycle(live, properties.evaluateEvery(), log);
    }

    /** Ends the thread and writes the last interval. */
    @Override
    public void destroy() throws IOException {
        evaluating.close();
        watching.cancel(false);
        executor.shutdown();
        try {
            live.recorder().cut();
        } finally {
            if (log != null) {
                log.close();
            }
        }
    }
}
