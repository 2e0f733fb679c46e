package io.github.sre4j.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

/** Classes that a recording service needs. */
class EmbeddingTest {

    @Test
    void recording_works_with_nothing_but_hdr_histogram_beside_it() throws Exception {
        URL[] few = {place(SliRecorder.class), place(Histogram.class)};
        try (URLClassLoader alone = new URLClassLoader(few, ClassLoader.getPlatformClassLoader())) {
            Class<?> recorderType = alone.loadClass("io.github.sre4j.recorder.SliRecorder");
            Class<?> outcomeType = alone.loadClass("io.github.sre4j.recorder.RequestOutcome");
            Object recorder = recorderType.getMethod("create").invoke(null);
            Method record = recorderType.getMethod("record", String.class, long.class, outcomeType);
            record.invoke(recorder, "a", 1_000_000L, outcomeType.getEnumConstants()[0]);
            Object interval = recorderType.getMethod("cut").invoke(recorder);
            assertThat(interval.getClass().getMethod("requests").invoke(interval))
                    .isEqualTo(1L);
        }
    }

    private static URL place(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
