package io.github.sre4j.benchmarks.traces;

import io.github.sre4j.trace.TraceAnalysis;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.story.TraceReading;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Spans a second through cleaning, critical path, errors and all detectors, on the one thread that calls. Arguments: how many requests, how many
 * spans each, how many rounds. Counted is the time of the processor that this thread had, so that a busy machine does not change the
 * answer. The first round is cold: a fresh virtual machine has compiled nothing yet.
 */
public final class AnalyseTraces {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private AnalyseTraces() {}

    /** Prints the cold round, then the fastest, the median and the slowest of the last half. */
    public static void main(String[] args) {
        int requests = args.length > 0 ? Integer.parseInt(args[0]) : 1_000;
        int size = args.length > 1 ? Integer.parseInt(args[1]) : 100;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 40;
        List<TraceData> traces = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            traces.add(GenerateTraces.request(i, size));
        }
        long spans = traces.stream().mapToLong(trace -> trace.spans().size()).sum();
        double[] speeds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long began = THREADS.getCurrentThreadCpuTime();
            long found = 0;
            for (TraceData trace : traces) {
                TraceAnalysis analysis = TraceReading.DEFAULT.analyse(trace);
                found += analysis.findings().size() + analysis.path().segments().size();
            }
            if (found == 0) {
                throw new IllegalStateException("nothing was found, so nothing was measured");
            }
            speeds[round] = spans * 1e3 / (THREADS.getCurrentThreadCpuTime() - began);
        }
        double[] warm = Arrays.copyOfRange(speeds, rounds / 2, rounds);
        Arrays.sort(warm);
        System.out.printf(
                Locale.ROOT,
                "%,d requests, %,d spans: cold %.2f, warm fastest %.2f, median %.2f, slowest %.2f million spans a second%n",
                requests,
                spans,
                speeds[0],
                warm[warm.length - 1],
                warm[warm.length / 2],
                warm[0]);
    }
}
