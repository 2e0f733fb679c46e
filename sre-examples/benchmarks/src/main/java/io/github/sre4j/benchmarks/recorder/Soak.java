package io.github.sre4j.benchmarks.recorder;

import io.github.sre4j.recorder.EndpointCounts;
import io.github.sre4j.recorder.RecordedInterval;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.RollingWindow;
import io.github.sre4j.recorder.RollingWindows;
import io.github.sre4j.recorder.SliRecorder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Writes random endpoints as fast as it can while intervals are cut, for as many seconds as asked (10), with as many threads as asked (2):
 * whether all is counted at the end, and whether the heap stays flat once two hurried days of windows are full. Ends with an error where a count is wrong.
 */
public final class Soak {

    private static final long LIMIT = Duration.ofMillis(300).toNanos();
    private static final int NAMES = 1_500;
    private static final int MAX_ENDPOINTS = 1_000;
    private static final int BATCH = 4_096;

    private Soak() {}

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException {
        Duration length = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 10);
        int threads = args.length > 1 ? Integer.parseInt(args[1]) : 2;
        SliRecorder recorder = SliRecorder.builder()
                .threshold(endpoint -> Optional.of(Duration.ofNanos(LIMIT)))
                .maxEndpoints(MAX_ENDPOINTS)
                .clock(new Hurrying())
                .build();
        RollingWindows windows = RollingWindows.of(recorder);
        long[] cut = new long[3];
        recorder.onInterval(interval -> add(interval, cut));
        AtomicBoolean stop = new AtomicBoolean();
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            writers.add(new Writer(recorder, i, stop));
        }
        writers.forEach(Thread::start);
        long start = System.nanoTime();
        long step = Math.max(1, length.toSeconds() / 10);
        long next = step;
        for (long seconds = 0; seconds < length.toSeconds(); seconds = (System.nanoTime() - start) / 1_000_000_000L) {
            Thread.sleep(1_000);
            recorder.cut();
            if (seconds >= next) {
                next = seconds + step;
                System.out.printf(
                        "%5d s  %,15d requests  %2d intervals kept  heap %4d MB%n",
                        seconds, cut[0], windows.intervals(RollingWindow.DAY).size(), usedMegabytes());
            }
        }
        stop.set(true);
        for (Writer writer : writers) {
            writer.join();
        }
        recorder.cut();
        long[] wrote = new long[3];
        writers.forEach(writer -> {
            wrote[0] += writer.requests;
            wrote[1] += writer.slow;
            wrote[2] += writer.errors;
        });
        System.out.printf("written  %,15d requests  %,13d slow  %,13d errors%n", wrote[0], wrote[1], wrote[2]);
        System.out.printf("counted  %,15d requests  %,13d slow  %,13d errors%n", cut[0], cut[1], cut[2]);
        System.out.printf(
                "%d intervals kept, %d endpoints, heap %d MB%n",
                windows.intervals(RollingWindow.DAY).size(),
                recorder.endpoints().size(),
                usedMegabytes());
        if (!Arrays.equals(wrote, cut)) {
            throw new IllegalStateException("what was counted is not what was written");
        }
    }

    private static void add(RecordedInterval interval, long[] to) {
        for (EndpointCounts each : interval.endpoints()) {
            to[0] += each.requests();
            to[1] += each.slow();
            to[2] += each.errors();
        }
    }

    private static long usedMegabytes() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }

    /** Makes a second five minutes, so that ten minutes are two days: after half of it, windows are as full as they ever get. */
    private static final class Hurrying extends Clock {

        private final Instant start = Instant.now();

        @Override
        public Instant instant() {
            return start.plus(Duration.between(start, Instant.now()).multipliedBy(300));
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** Writes and counts for itself. */
    private static final class Writer extends Thread {

        private final SliRecorder recorder;
        private final SplittableRandom random;
        private final AtomicBoolean stop;
        private final String[] names = new String[NAMES];
        private long requests;
        private long slow;
        private long errors;

        Writer(SliRecorder recorder, int seed, AtomicBoolean stop) {
            this.recorder = recorder;
            this.random = new SplittableRandom(seed);
            this.stop = stop;
            for (int i = 0; i < NAMES; i++) {
                names[i] = "WebTransaction/SpringController/resource" + i + "/{id} (GET)";
            }
        }

        @Override
        public void run() {
            while (!stop.get()) {
                for (int i = 0; i < BATCH; i++) {
                    long bits = random.nextLong();
                    long nanos = (bits >>> 33) << (bits & 3);
                    boolean error = (bits & 0x7c) == 0;
                    recorder.record(
                            names[(int) ((bits >>> 8) & 0xffff) % NAMES],
                            nanos,
                            error ? RequestOutcome.ERROR : RequestOutcome.OK);
                    requests++;
                    slow += nanos > LIMIT ? 1 : 0;
                    errors += error ? 1 : 0;
                }
            }
        }
    }
}
