package io.github.sre4j.calibrate;

import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** The thresholds that are tried: what people write, about evenly spaced on a logarithmic scale, and the one in force. */
final class Ladder {

    private static final List<Duration> USUAL = LongStream.of(
                    100, 200, 300, 500, 700, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toList();

    private Ladder() {}

    static List<Duration> around(Duration inForce) {
        TreeSet<Duration> rungs = new TreeSet<>(USUAL);
        rungs.add(inForce);
        return List.copyOf(rungs);
    }
}
