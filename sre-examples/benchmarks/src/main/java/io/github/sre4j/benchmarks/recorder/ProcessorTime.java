package io.github.sre4j.benchmarks.recorder;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.BiConsumer;

/**
 * The calls of {@link RecordBenchmark} by the processor time of their threads instead of the clock, the fastest of many rounds: what can be measured
 * on a machine that others use too, where JMH's averages say more about the others. One peer a process: {@code ProcessorTime <peer> <threads>}.
 */
public final class ProcessorTime {

    private static final int CALLS = 200_000;
    private static final int ROUNDS = 60;

    private static final Map<String, BiConsumer<RecordBenchmark, Durations>> PEERS = Map.ofEntries(
            Map.entry("nothing", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.nothing(durations);
                }
            }),
            Map.entry("longAdder", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.longAdder(durations);
                }
            }),
            Map.entry("hdrRecorder", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.hdrRecorder(durations);
                }
            }),
            Map.entry("hdrFixedRecorder", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.hdrFixedRecorder(durations);
                }
            }),
            Map.entry("sre4jHandle", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.sre4jHandle(durations);
                }
            }),
            Map.entry("sre4jOneName", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.sre4jOneName(durations);
                }
            }),
            Map.entry("sre4jByName", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.sre4jByName(durations);
                }
            }),
            Map.entry("micrometerTimer", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.micrometerTimer(durations);
                }
            }),
            Map.entry("micrometerSlo", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.micrometerSlo(durations);
                }
            }),
            Map.entry("micrometerPercentiles", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.micrometerPercentiles(durations);
                }
            }),
            Map.entry("micrometerByName", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.micrometerByName(durations);
                }
            }),
            Map.entry("dropwizardTimer", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.dropwizardTimer(durations);
                }
            }),
            Map.entry("otelExplicit", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.otelExplicit(durations);
                }
            }),
            Map.entry("otelExponential", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.otelExponential(durations);
                }
            }),
            Map.entry("prometheusClassic", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.prometheusClassic(durations);
                }
            }),
            Map.entry("prometheusNative", (benchmark, durations) -> {
                for (int i = 0; i < CALLS; i++) {
                    benchmark.prometheusNative(durations);
                }
            }));

    private ProcessorTime() {}

    /** Measures one peer and prints nanoseconds and bytes a call. */
    public static void main(String[] args) throws InterruptedException {
        BiConsumer<RecordBenchmark, Durations> peer = PEERS.get(args[0]);
        int threads = Integer.parseInt(args[1]);
        if (peer == null) {
            throw new IllegalArgumentException("peers: " + PEERS.keySet());
        }
        RecordBenchmark benchmark = new RecordBenchmark();
        benchmark.names();
        CyclicBarrier together = new CyclicBarrier(threads);
        List<Worker> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(new Worker(benchmark, peer, together));
        }
        workers.forEach(Thread::start);
        double nanos = 0;
        double bytes = 0;
        for (Worker worker : workers) {
            worker.join();
            nanos += worker.fastest / threads;
            bytes += worker.bytes / threads;
        }
        System.out.printf("%-22s %d %8.2f ns %8.3f B%n", args[0], threads, nanos, bytes);
    }

    /** One thread of one peer. */
    private static final class Worker extends Thread {

        private final RecordBenchmark benchmark;
        private final BiConsumer<RecordBenchmark, Durations> peer;
        private final CyclicBarrier together;
        private double fastest = Double.MAX_VALUE;
        private double bytes = Double.MAX_VALUE;

        Worker(RecordBenchmark benchmark, BiConsumer<RecordBenchmark, Durations> peer, CyclicBarrier together) {
            this.benchmark = benchmark;
            this.peer = peer;
            this.together = together;
        }

        @Override
        public void run() {
            ThreadMXBean time = ManagementFactory.getThreadMXBean();
            com.sun.management.ThreadMXBean memory = (com.sun.management.ThreadMXBean) time;
            Durations durations = new Durations();
            durations.draw();
            for (int round = 0; round < ROUNDS; round++) {
                try {
                    together.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                }
                long start = time.getCurrentThreadCpuTime();
                long allocated = memory.getCurrentThreadAllocatedBytes();
                peer.accept(benchmark, durations);
                bytes = Math.min(bytes, (memory.getCurrentThreadAllocatedBytes() - allocated) / (double) CALLS);
                fastest = Math.min(fastest, (time.getCurrentThreadCpuTime() - start) / (double) CALLS);
            }
        }
    }
}
