package io.github.sre4j.benchmarks.recorder;

import io.github.sre4j.live.LiveServiceLevel;
import io.github.sre4j.recorder.RequestOutcome;
import io.github.sre4j.recorder.RollingWindow;
import io.github.sre4j.standard.DefaultStandard;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/**
 * What a thousand endpoints cost: heap of each, the time of a cut and of a report, and what rolling windows hold after two hours, a day and two
 * days of a clock that does not wait.
 */
public final class Footprint {

    private static final int ENDPOINTS = 1_000;
    private static final int REQUESTS = 2_000;
    private static final int ROUNDS = 15;

    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");

    private static Instant now = START;

    private Footprint() {}

    /** Measures and prints. */
    public static void main(String[] args) {
        // What classes and first uses cost is no endpoint's.
        micrometer(true);
        System.out.printf("Micrometer Timer, plain: %.1f kB an endpoint%n", micrometer(false));
        System.out.printf("Micrometer Timer, percentile histogram: %.1f kB an endpoint%n", micrometer(true));
        SplittableRandom random = new SplittableRandom(1);
        long before = used();
        LiveServiceLevel live = LiveServiceLevel.builder("footprint", DefaultStandard.get())
                .clock(new Standing())
                .build();
        fill(live, random, REQUESTS);
        System.out.printf("recorder: %.1f kB an endpoint%n", (used() - before) / 1024.0 / ENDPOINTS);
        double[] cuts = new double[ROUNDS];
        double[] reports = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            fill(live, random, 100);
            now = now.plusSeconds(10);
            long start = processorNanos();
            live.recorder().cut();
            cuts[i] = (processorNanos() - start) / 1e6;
            start = processorNanos();
            live.report(RollingWindow.HOUR);
            reports[i] = (processorNanos() - start) / 1e6;
        }
        System.out.printf("cut of %d endpoints: median %.1f ms of processor time%n", ENDPOINTS, median(cuts));
        System.out.printf("report on the last hour: median %.1f ms of processor time%n", median(reports));
        for (int hours : new int[] {2, 24, 48}) {
            live(live, random, START.plus(Duration.ofHours(hours)));
            System.out.printf(
                    "after %d hours (%d intervals kept): %.1f kB an endpoint%n",
                    hours, live.windows().intervals(RollingWindow.DAY).size(), (used() - before) / 1024.0 / ENDPOINTS);
        }
    }

    /** Goes on until then, a request a second and endpoint; the last ten minutes cut as a service does, every ten seconds. */
    private static void live(LiveServiceLevel live, SplittableRandom random, Instant until) {
        while (now.isBefore(until)) {
            Duration left = Duration.between(now, until);
            Duration step = left.compareTo(Duration.ofMinutes(10)) > 0 ? Duration.ofMinutes(5) : Duration.ofSeconds(10);
            now = now.plus(step);
            fill(live, random, (int) step.toSeconds());
            live.recorder().cut();
        }
    }

    private static double micrometer(boolean percentiles) {
        long before = used();
        MeterRegistry registry = new HistogramRegistry();
        SplittableRandom random = new SplittableRandom(1);
        for (int endpoint = 0; endpoint < ENDPOINTS; endpoint++) {
            Timer.Builder builder = Timer.builder("requests").tag("endpoint", "endpoint" + endpoint);
            Timer timer = (percentiles ? builder.publishPercentileHistogram() : builder).register(registry);
            for (int i = 0; i < REQUESTS; i++) {
                timer.record(duration(random), TimeUnit.NANOSECONDS);
            }
        }
        double kilobytes = (used() - before) / 1024.0 / ENDPOINTS;
        if (registry.getMeters().size() != ENDPOINTS) {
            throw new IllegalStateException("meters were lost");
        }
        return kilobytes;
    }

    private static void fill(LiveServiceLevel live, SplittableRandom random, int each) {
        for (int endpoint = 0; endpoint < ENDPOINTS; endpoint++) {
            String name = "WebTransaction/SpringController/resource" + endpoint + "/{id} (GET)";
            for (int i = 0; i < each; i++) {
                live.recorder()
                        .record(
                                name,
                                duration(random),
                                random.nextInt(100) == 0 ? RequestOutcome.ERROR : RequestOutcome.OK);
            }
        }
    }

    /** Log-normal around 20 ms. */
    private static long duration(SplittableRandom random) {
        double normal = -6;
        for (int k = 0; k < 12; k++) {
            normal += random.nextDouble();
        }
        return (long) (20e6 * Math.exp(1.16 * normal));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long used() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static final class Standing extends Clock {

        @Override
        public Instant instant() {
            return now;
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
}
