package io.github.sre4j.benchmarks.events;

import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.events.EventFiles;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Instant;

/** Measures an event file as {@code sre:check} does: counts, slow requests, errors, excess time and percentiles of each endpoint. */
public final class ReadWithSre4j {

    private static final Window EVERYTHING =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-12-01T00:00:00Z"));

    private ReadWithSre4j() {}

    /**
     * Reads the file and prints how long each round took.
     *
     * @param args the file, the number of threads, the number of rounds
     */
    @SuppressWarnings("SystemOut") // a program that prints figures
    public static void main(String[] args) throws TelemetryException {
        int threads = Integer.parseInt(args[1]);
        for (int round = 0; round < Integer.parseInt(args[2]); round++) {
            long begin = System.nanoTime();
            Measurements measured = new EventFiles(Path.of(args[0]), args[0], null, threads)
                    .measure(DefaultStandard.get().plan(EVERYTHING), ProgressListener.NONE);
            double seconds = (System.nanoTime() - begin) / 1e9;
            System.out.printf("sre4j rows %d seconds %.3f%n", measured.requests(), seconds);
        }
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
        System.out.printf("sre4j peak heap MB %d%n", peak / 1_000_000);
    }
}
