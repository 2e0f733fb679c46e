package io.github.sre4j.benchmarks.recorder;

import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Durations as services have them, log-normal around 20 ms, drawn beforehand: the same for every peer, each thread its own. One in a hundred is
 * above the threshold of 300 ms, and one in 128 failed.
 */
@State(Scope.Thread)
public class Durations {

    private static final int COUNT = 1 << 12;

    private final long[] nanos = new long[COUNT];
    private int next;

    /** Draws them. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(42);
        for (int i = 0; i < COUNT; i++) {
            // Sum of twelve uniform numbers less six: nearly normal.
            double normal = -6;
            for (int k = 0; k < 12; k++) {
                normal += random.nextDouble();
            }
            nanos[i] = (long) (20e6 * Math.exp(1.16 * normal));
        }
    }

    /** The next duration, in nanoseconds. */
    long next() {
        return nanos[next++ & COUNT - 1];
    }

    /** Whether the request whose duration was last drawn failed. */
    boolean failed() {
        return (next & 127) == 0;
    }

    /** A number that changes from request to request. */
    int turn() {
        return next;
    }
}
