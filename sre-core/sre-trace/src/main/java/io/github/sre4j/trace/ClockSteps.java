package io.github.sre4j.trace;

import java.util.HashMap;
import java.util.Map;

/**
 * The step of the clock that each service reports starts in, read off its starts: senders round to milliseconds or microseconds, whatever
 * the format could hold. Times that differ by no more than the steps of both sides are equal.
 */
final class ClockSteps {

    private static final long MILLI = 1_000_000;
    private static final long MICRO = 1_000;

    private final long[] steps;

    private ClockSteps(long[] steps) {
        this.steps = steps;
    }

    /** The steps by span. */
    static ClockSteps of(Span[] spans) {
        long[] steps = new long[spans.length];
        Map<String, long[]> byService = new HashMap<>();
        long[][] stepOf = new long[spans.length][];
        String lastService = null;
        long[] last = new long[1];
        for (int i = 0; i < spans.length; i++) {
            String service = spans[i].service();
            if (!service.equals(lastService)) {
                last = byService.computeIfAbsent(service, any -> new long[] {MILLI});
                lastService = service;
            }
            stepOf[i] = last;
            if (last[0] > 1) {
                last[0] = Math.min(last[0], step(spans[i].startNanos()));
            }
        }
        for (int i = 0; i < steps.length; i++) {
            steps[i] = stepOf[i][0];
        }
        return new ClockSteps(steps);
    }

    private static long step(long nanos) {
        return nanos % MILLI == 0 ? MILLI : nanos % MICRO == 0 ? MICRO : 1;
    }

    /** The step of the service of a span, nanoseconds. */
    long of(int span) {
        return steps[span];
    }

    /** The smallest step of any service, nanoseconds. */
    long finest() {
        long finest = MILLI;
        for (long step : steps) {
            finest = Math.min(finest, step);
        }
        return finest;
    }

    /** The largest difference of two spans' times that rounding explains, nanoseconds. */
    long tolerance(int one, int other) {
        return Math.max(MICRO, steps[one] + steps[other]);
    }
}
