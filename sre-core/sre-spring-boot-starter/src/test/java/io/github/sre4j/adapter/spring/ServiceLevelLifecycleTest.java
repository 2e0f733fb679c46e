package io.github.sre4j.adapter.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.log.LoggedCounts;
import io.github.sre4j.recorder.log.RecordingReader;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.text.Message;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ServiceLevelLifecycleTest {

    @TempDir
    private Path folder;

    private final LiveServiceLevel live =
            LiveServiceLevel.builder("orders", DefaultStandard.get()).build();

    @Test
    void what_goes_wrong_while_a_service_runs_is_logged_once_and_its_end_too() throws Exception {
        LinkedBlockingQueue<LogRecord> logged = new LinkedBlockingQueue<>();
        Logger logger = Logger.getLogger("io.github.sre4j");
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord message) {
                logged.add(message);
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        boolean[] broken = {true};
        live.recorder().onInterval(interval -> {
            synchronized (broken) {
                if (broken[0]) {
                    throw new IllegalStateException("pager is down");
                }
            }
        });
        ServiceLevelLifecycle lifecycle = start(Map.of("sre.evaluate-every", "1ms"));
        try {
            LogRecord first = logged.poll(30, TimeUnit.SECONDS);
            assertThat(first).isNotNull();
            assertThat(first.getLevel()).isEqualTo(Level.WARNING);
            assertThat(first.getThrown()).hasMessage("pager is down");
            synchronized (broken) {
                broken[0] = false;
            }
            LogRecord second = logged.poll(30, TimeUnit.SECONDS);
            assertThat(second).isNotNull();
            assertThat(second.getLevel()).isEqualTo(Level.INFO);
        } finally {
            lifecycle.destroy();
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
    }

    @Test
    void the_last_interval_is_written_at_the_end_also_if_a_listener_fails() throws Exception {
        ServiceLevelLifecycle lifecycle =
                start(Map.of("sre.evaluate-every", "1h", "sre.recordings.folder", folder.toString()));
        live.recorder().onInterval(interval -> {
            throw new IllegalStateException("pager is down");
        });
        live.recorder().record("WebTransaction/SpringController/orders (GET)", 1_000_000, RequestOutcome.OK);
        assertThatThrownBy(lifecycle::destroy).hasMessage("pager is down");
        List<LoggedCounts> read = new ArrayList<>();
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.findFirst().orElseThrow();
        }
        RecordingReader.About about = RecordingReader.read(file, new RecordingReader.Sink() {
            @Override
            public void counts(LoggedCounts counts) {
                read.add(counts);
            }

            @Override
            public void unusable(long line, Message why) {
                throw new AssertionError(why.english());
            }
        });
        assertThat(about.ended()).isTrue();
        assertThat(read).hasSize(1);
    }

    private ServiceLevelLifecycle start(Map<String, Object> properties) throws Exception {
        ServiceLevelProperties bound = new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("sre", ServiceLevelProperties.class);
        return ServiceLevelLifecycle.of(live, bound, "orders");
    }
}
