package io.github.sre4j.benchmarks.traces;

import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.story.TraceAnalyzer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Spans a second through cleaning, critical path, errors and all detectors, on the one thread that calls. Arguments: how many requests, how many
 * spans each, how many rounds. Every round has requests of its own, so that no text and no hash of one is known from the round before. Taken are the
 * time by the clock, which holds what the collector takes, and the time of the processor that this thread had, which a busy machine
 * does not change. The first round is cold: a fresh virtual machine has compiled nothing yet.
 */
public final class AnalyseTraces {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AnalyseTraces() {}

    /** Prints the cold round, then the fastest, the median and the slowest of the last half. */
    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int size = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 40;
        double[] byClock = new double[rounds];
        double[] byProcessor = new double[rounds];
        long spans = 0;
        for (int round = 0; round < rounds; round++) {
            List<TraceData> traces = requests((long) round * requests, requests, size);
            spans = traces.stream().mapToLong(trace -> trace.spans().size()).sum();
            System.gc(); // what making the requests left behind is not to be paid by what is measured
            long cpuBegan = THREADS.getCurrentThreadCpuTime();
            long began = System.nanoTime();
            analyse(traces);
            byClock[round] = spans * 1e3 / (System.nanoTime() - began);
            byProcessor[round] = spans * 1e3 / (THREADS.getCurrentThreadCpuTime() - cpuBegan);
        }
        System.out.printf(Locale.ROOT, "%,d requests, %,d spans a round, million spans a second%n", requests, spans);
        print("by the clock", byClock);
        print("by the thread's processor time", byProcessor);
    }

    private static List<TraceData> requests(long seed, int requests, int size) {
        List<TraceData> traces = new ArrayList<>(requests);
        for (int i = 0; i < requests; i++) {
            traces.add(GenerateTraces.request(seed + i, size));
        }
        return traces;
    }

    private static void analyse(List<TraceData> traces) {
        long found = 0;
        for (TraceData trace : traces) {
            TraceAnalysis analysis = TraceAnalyzer.DEFAULT.analyse(trace);
            found += analysis.findings().size() + analysis.path().segments().size();
        }
        if (found == 0) {
            throw new IllegalStateException("nothing was found, so nothing was measured");
        }
    }

    private static void print(String how, double[] speeds) {
        double[] warm = Arrays.copyOfRange(speeds, speeds.length / 2, speeds.length);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "  %s: cold %.2f, warm slowest %.2f, median %.2f, fastest %.2f%n",
                how,
                speeds[0],
                warm[0],
                warm[warm.length / 2],
                warm[warm.length - 1]);
    }
}
