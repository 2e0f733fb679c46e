package io.github.sre4j.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class RollingWindowsTest {

    private static final Instant START = Instant.parse("2026-11-25T09:59:57Z");
    private static final EndpointName[] NAMES = {new EndpointName("a"), new EndpointName("b"), new EndpointName("c")};

    @Test
    void each_window_holds_what_a_list_of_all_intervals_says_it_should() {
        Random random = new Random(1);
        for (int round = 0; round < 3; round++) {
            RollingWindows windows = new RollingWindows();
            List<RecordedInterval> all = new ArrayList<>();
            Instant now = START.plusMillis(random.nextInt(100_000));
            int cuts = 2_000;
            for (int i = 0; i < cuts; i++) {
                // Mostly every ten seconds, sometimes at once, sometimes after a pause.
                long millis = switch (random.nextInt(10)) {
                    case 0 -> 1 + random.nextInt(50);
                    case 1 -> 60_000 + random.nextInt(300_000);
                    default -> 9_990 + random.nextInt(20);
                };
                RecordedInterval interval = interval(random, now, now.plusMillis(millis));
                now = now.plusMillis(millis);
                all.add(interval);
                windows.cut(interval);
                if (i % 211 == 0 || i > cuts - 5) {
                    verify(windows, all, now);
                }
            }
        }
    }

    @Test
    void memory_does_not_grow_with_time() {
        Random random = new Random(2);
        RollingWindows windows = new RollingWindows();
        Instant now = START;
        int most = 0;
        for (int i = 0; i < 10_000; i++) {
            Instant next = now.plusMillis(i % 7 == 0 ? 100 : 10_000);
            windows.cut(interval(random, now, next));
            now = next;
            most = Math.max(most, windows.intervals(RollingWindow.DAY).size());
        }
        assertThat(most).isBetween(40, RollingWindows.MOST_INTERVALS);
    }

    @Test
    void nothing_was_recorded_before_the_first_cut() {
        assertThat(new RollingWindows().over(RollingWindow.DAY)).isEmpty();
        assertThat(new RollingWindows().intervals(RollingWindow.MINUTE)).isEmpty();
    }

    @Test
    void windows_follow_a_recorder() {
        SliRecorder recorder = SliRecorder.create();
        RollingWindows windows = RollingWindows.of(recorder);
        recorder.record("a", 1_000_000, RequestOutcome.OK);
        recorder.cut();
        recorder.record("a", 2_000_000, RequestOutcome.ERROR);
        assertThat(windows.over(RollingWindow.MINUTE).orElseThrow().requests()).isEqualTo(1);
        recorder.cut();
        assertThat(windows.over(RollingWindow.MINUTE).orElseThrow().requests()).isEqualTo(2);
    }

    @Test
    void merging_intervals_in_any_order_gives_the_same() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            List<RecordedInterval> parts = new ArrayList<>();
            Instant now = START;
            for (int i = 0; i < 2 + random.nextInt(8); i++) {
                parts.add(interval(random, now, now.plusSeconds(10)));
                now = now.plusSeconds(10);
            }
            RecordedInterval expected =
                    parts.stream().reduce(RecordedInterval::plus).orElseThrow();
            Collections.shuffle(parts, random);
            int cut = 1 + random.nextInt(parts.size() - 1);
            RecordedInterval left = parts.subList(0, cut).stream()
                    .reduce(RecordedInterval::plus)
                    .orElseThrow();
            RecordedInterval right = parts.subList(cut, parts.size()).stream()
                    .reduce(RecordedInterval::plus)
                    .orElseThrow();
            assertThat(right.plus(left)).isEqualTo(expected);
        }
    }

    private static void verify(RollingWindows windows, List<RecordedInterval> all, Instant now) {
        for (RollingWindow window : RollingWindow.values()) {
            RecordedInterval told = windows.over(window).orElseThrow();
            assertThat(told.to()).isEqualTo(now);
            Instant since = now.minus(window.length());
            assertThat(told.from())
                    .as("%s reaches back as far as it should", window)
                    .isBeforeOrEqualTo(
                            since.isBefore(all.get(0).from()) ? all.get(0).from() : since);
            // Whole intervals: everything that begins at or after the told beginning, and nothing else.
            RecordedInterval expected = all.stream()
                    .filter(each -> !each.from().isBefore(told.from()))
                    .reduce(RecordedInterval::plus)
                    .orElseThrow();
            assertThat(told).isEqualTo(expected);
            long longest = all.stream()
                    .mapToLong(each -> Duration.between(each.from(), each.to()).toMillis())
                    .max()
                    .orElseThrow();
            assertThat(Duration.between(told.from(), since).toMillis())
                    .as("%s reaches no further back than a step and an interval", window)
                    .isLessThanOrEqualTo(window.step().toMillis() + longest);
        }
    }

    private static RecordedInterval interval(Random random, Instant from, Instant to) {
        List<EndpointCounts> counts = new ArrayList<>();
        for (EndpointName name : NAMES) {
            Histogram histogram = new BucketLayout(2).emptyHistogram();
            int requests = random.nextInt(4);
            for (int i = 0; i < requests; i++) {
                histogram.recordValue((long) (Math.exp(random.nextGaussian()) * 1e7));
            }
            LatencyCounts latencies = LatencyCounts.of(histogram, 2);
            counts.add(new EndpointCounts(
                    name,
                    Duration.ofMillis(10),
                    requests,
                    random.nextInt(requests + 1),
                    random.nextInt(requests + 1),
                    Duration.ofNanos(random.nextInt(1_000_000)),
                    Duration.ofNanos(random.nextInt(1_000_000)),
                    latencies));
        }
        return RecordedInterval.of(from, to, counts);
    }
}
