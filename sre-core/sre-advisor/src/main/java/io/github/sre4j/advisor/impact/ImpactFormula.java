package io.github.sre4j.advisor.impact;

import java.util.List;

/**
 * The effect of a fix, after others have been taken: two fixes of the same requests do not add up, so each is computed on what the earlier ones
 * leave. The share a fix takes from a request is as uncertain as the traces differ: the effect is the mean over the traces, each of which stands
 * for every request in turn.
 */
public final class ImpactFormula {

    private static final double TWO_SIDED_95 = 1.96;

    private ImpactFormula() {}

    /**
     * The effect of one more fix.
     *
     * @param tail the slow requests
     * @param taken the fixes already taken, in any order
     * @param fix the next one; its traces are those of {@code taken}
     * @param traces how many traces the shares come from
     * @param atMost what it cannot exceed whatever the traces say, seconds a day
     */
    public static Impact of(SlowRequestTail tail, List<Saving> taken, Saving fix, int traces, double atMost) {
        int worlds = fix.shares().size();
        for (Saving each : taken) {
            worlds = Math.max(worlds, each.shares().size());
        }
        double[] seconds = new double[worlds];
        double good = 0;
        for (SlowRequest request : tail.requests()) {
            for (int i = 0; i < worlds; i++) {
                double before = request.seconds();
                for (Saving each : taken) {
                    before -= each.from(request, i);
                }
                before = Math.max(0, before);
                double after = Math.max(0, before - fix.from(request, i));
                seconds[i] += request.weight() * (tail.over(before) - tail.over(after));
                if (before > tail.thresholdSeconds() && after <= tail.thresholdSeconds()) {
                    good += request.weight() / worlds;
                }
            }
        }
        double bound = Math.min(atMost, tail.excessPerDay());
        double mean = 0;
        for (int i = 0; i < worlds; i++) {
            seconds[i] /= tail.days();
            mean += seconds[i] / worlds;
        }
        double margin = margin(seconds, mean, traces) + mean * tail.relativeError();
        double given = Math.min(mean, bound);
        // One trace, or none, says nothing of how requests differ.
        double low = traces < 2 ? 0 : Math.max(0, given - margin);
        double high = traces < 2 ? bound : Math.min(bound, mean + margin);
        return new Impact(
                given,
                low,
                Math.max(given, high),
                bound,
                mean == 0 ? 0 : good / tail.days() * (given / mean),
                given,
                traces);
    }

    private static double margin(double[] values, double mean, int traces) {
        if (traces < 2) {
            return 0;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return TWO_SIDED_95 * Math.sqrt(squares / Math.max(1, values.length - 1) / traces);
    }
}
