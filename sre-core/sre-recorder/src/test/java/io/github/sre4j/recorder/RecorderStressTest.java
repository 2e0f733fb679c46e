package io.github.sre4j.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Counts are exact while threads write, meet in one counter, die, and a reader cuts as fast as it can. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class RecorderStressTest {

    private static final Duration LIMIT = Duration.ofMillis(1);
    private static final String HOT = "WebTransaction/SpringController/hot (GET)";

    private final SliRecorder recorder = SliRecorder.builder()
            .threshold(endpoint -> Optional.of(LIMIT))
            .maxEndpoints(8)
            .build();

    @Test
    void every_request_is_in_exactly_one_interval_with_its_own_outcome() throws Exception {
        int threads = 6;
        int each = 300_000;
        Expected expected = new Expected();
        List<RecordedInterval> intervals = cutWhile(() -> {
            List<Thread> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int seed = t;
                Expected own = new Expected();
                Thread writer = new Thread(() -> write(seed, each, own));
                writers.add(writer);
                writer.start();
            }
            for (Thread writer : writers) {
                writer.join();
            }
            for (int t = 0; t < threads; t++) {
                expected.addAll(t, each);
            }
            return null;
        });
        assertThat(intervals).hasSizeGreaterThan(3);
        verify(intervals, expected);
    }

    /** All in one bucket of one endpoint: the counter itself is where they meet. */
    @Test
    void counts_stay_exact_while_stripes_are_added_under_contention() throws Exception {
        int threads = 8;
        int each = 400_000;
        List<RecordedInterval> intervals = cutWhile(() -> {
            CountDownLatch go = new CountDownLatch(1);
            List<Thread> writers = new ArrayList<>();
            EndpointRecorder hot = recorder.endpoint(HOT);
            for (int t = 0; t < threads; t++) {
                Thread writer = new Thread(() -> {
                    await(go);
                    for (int i = 0; i < each; i++) {
                        hot.record(5_000_000, RequestOutcome.ERROR);
                    }
                });
                writers.add(writer);
                writer.start();
            }
            go.countDown();
            for (Thread writer : writers) {
                writer.join();
            }
            return null;
        });
        long total = (long) threads * each;
        RecordedInterval all = intervals.stream().reduce(RecordedInterval::plus).orElseThrow();
        EndpointCounts counts = all.endpoints().iterator().next();
        assertThat(counts.requests()).isEqualTo(total);
        assertThat(counts.slow()).isEqualTo(total);
        assertThat(counts.errors()).isEqualTo(total);
        assertThat(counts.excess()).isEqualTo(Duration.ofMillis(4).multipliedBy(total));
    }

    @Test
    void threads_that_die_leave_their_counts_behind() throws Exception {
        List<RecordedInterval> intervals = cutWhile(() -> {
            for (int t = 0; t < 500; t++) {
                Thread writer = new Thread(() -> recorder.record(HOT, 2_000_000, RequestOutcome.OK));
                writer.start();
                writer.join();
            }
            return null;
        });
        assertThat(intervals.stream().mapToLong(RecordedInterval::requests).sum())
                .isEqualTo(500);
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtual_threads_are_threads() throws Exception {
        Method factory = java.util.concurrent.Executors.class.getMethod("newVirtualThreadPerTaskExecutor");
        ExecutorService executor = (ExecutorService) factory.invoke(null);
        int tasks = 20_000;
        List<RecordedInterval> intervals = cutWhile(() -> {
            List<Future<?>> running = new ArrayList<>();
            for (int t = 0; t < tasks; t++) {
                int duration = 500_000 + t * 50;
                running.add(executor.submit(() -> {
                    recorder.record(HOT, duration, RequestOutcome.OK);
                    Thread.yield();
                    recorder.record(HOT, duration, RequestOutcome.ERROR);
                }));
            }
            for (Future<?> task : running) {
                task.get();
            }
            return null;
        });
        executor.shutdown();
        RecordedInterval all = intervals.stream().reduce(RecordedInterval::plus).orElseThrow();
        EndpointCounts counts = all.endpoints().iterator().next();
        assertThat(counts.requests()).isEqualTo(2L * tasks);
        assertThat(counts.errors()).isEqualTo(tasks);
        assertThat(counts.slow()).isEqualTo(2L * (tasks - 10_001));
    }

    private void write(int seed, int count, Expected own) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            long nanos = random.nextLong(2 * LIMIT.toNanos());
            boolean error = random.nextInt(3) == 0;
            recorder.record("e" + random.nextInt(12), nanos, error ? RequestOutcome.ERROR : RequestOutcome.OK);
            own.add(nanos, error);
        }
    }

    private List<RecordedInterval> cutWhile(java.util.concurrent.Callable<?> writing) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<RecordedInterval> intervals = new ArrayList<>();
        Thread reader = new Thread(() -> {
            while (!done.get()) {
                intervals.add(recorder.cut());
            }
        });
        reader.start();
        try {
            writing.call();
        } finally {
            done.set(true);
            reader.join();
        }
        intervals.add(recorder.cut());
        return intervals;
    }

    private static void verify(List<RecordedInterval> intervals, Expected expected) {
        RecordedInterval all = intervals.stream().reduce(RecordedInterval::plus).orElseThrow();
        assertThat(all.endpoints()).hasSize(9);
        assertThat(all.requests()).isEqualTo(expected.requests);
        assertThat(all.endpoints().stream().mapToLong(EndpointCounts::slow).sum())
                .isEqualTo(expected.slow);
        assertThat(all.endpoints().stream().mapToLong(EndpointCounts::errors).sum())
                .isEqualTo(expected.errors);
        assertThat(all.endpoints().stream()
                        .map(EndpointCounts::excess)
                        .reduce(Duration.ZERO, Duration::plus)
                        .toNanos())
                .isEqualTo(expected.excess);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a writer with that seed writes, counted the plain way. */
    private static final class Expected {
        private long requests;
        private long slow;
        private long errors;
        private long excess;

        void add(long nanos, boolean error) {
            requests++;
            slow += nanos > LIMIT.toNanos() ? 1 : 0;
            errors += error ? 1 : 0;
            excess += Math.max(0, nanos - LIMIT.toNanos());
        }

        void addAll(int seed, int count) {
            SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < count; i++) {
                long nanos = random.nextLong(2 * LIMIT.toNanos());
                boolean error = random.nextInt(3) == 0;
                random.nextInt(12);
                add(nanos, error);
            }
        }
    }
}
