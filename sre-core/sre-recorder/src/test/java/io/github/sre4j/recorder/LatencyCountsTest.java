package io.github.sre4j.recorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class LatencyCountsTest {

    @Test
    void percentiles_are_those_of_the_hdr_histogram_of_the_same_durations() {
        Random random = new Random(1);
        for (int round = 0; round < 50; round++) {
            Histogram histogram = new BucketLayout(2).emptyHistogram();
            int count = 1 + random.nextInt(2_000);
            for (int i = 0; i < count; i++) {
                histogram.recordValue((long) (Math.exp(random.nextGaussian() * 3) * 1e6));
            }
            LatencyCounts latencies = LatencyCounts.of(histogram, 2);
            assertThat(latencies.count()).isEqualTo(count);
            for (double percentile : new double[] {0.1, 50, 90, 95, 99, 99.9, 100}) {
                assertThat(latencies.percentile(percentile).toNanos())
                        .isEqualTo(histogram.getValueAtPercentile(percentile));
            }
            assertThat(LatencyCounts.of(latencies.toHistogram(), 2)).isEqualTo(latencies);
        }
    }

    @Test
    void merging_in_any_order_and_grouping_gives_the_same() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            List<LatencyCounts> parts = new ArrayList<>();
            Histogram all = new BucketLayout(2).emptyHistogram();
            for (int part = 0; part < 1 + random.nextInt(8); part++) {
                Histogram one = new BucketLayout(2).emptyHistogram();
                for (int i = random.nextInt(60); i > 0; i--) {
                    one.recordValueWithCount(
                            random.nextLong(BucketLayout.HIGHEST_NANOS) >>> random.nextInt(42),
                            1 + (random.nextLong() >>> (10 + random.nextInt(54))));
                }
                all.add(one);
                parts.add(LatencyCounts.of(one, 2));
            }
            LatencyCounts expected = LatencyCounts.of(all, 2);
            Collections.shuffle(parts, random);
            List<LatencyCounts> merging = new ArrayList<>(parts);
            while (merging.size() > 1) {
                LatencyCounts first = merging.remove(random.nextInt(merging.size()));
                LatencyCounts second = merging.remove(random.nextInt(merging.size()));
                merging.add(first.plus(second));
            }
            assertThat(merging.get(0)).isEqualTo(expected);
            assertThat(merging.get(0).count()).isEqualTo(all.getTotalCount());
        }
    }

    @Test
    void two_precisions_merge_into_the_coarser_one() {
        Histogram one = new BucketLayout(3).emptyHistogram();
        one.recordValue(123_456_789);
        LatencyCounts merged = LatencyCounts.of(one, 3).plus(LatencyCounts.of(one, 1));
        assertThat(merged.digits()).isEqualTo(1);
        assertThat(merged.count()).isEqualTo(2);
        assertThat(merged.percentile(100)).isBetween(Duration.ofMillis(123), Duration.ofMillis(135));
    }

    @Test
    void what_is_above_a_limit_is_right_but_for_the_bucket_of_the_limit() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            Histogram histogram = new BucketLayout(2).emptyHistogram();
            List<Long> durations = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                long nanos = (long) (Math.exp(random.nextGaussian()) * 1e8);
                durations.add(nanos);
                histogram.recordValue(nanos);
            }
            long limit = (long) (Math.exp(random.nextGaussian()) * 1e8);
            LatencyCounts latencies = LatencyCounts.of(histogram, 2);
            long above = latencies.countAbove(Duration.ofNanos(limit));
            assertThat(above)
                    .isBetween(
                            durations.stream().filter(d -> d > limit * 1.01).count(),
                            durations.stream().filter(d -> d > limit * 0.99).count());
            double excess =
                    durations.stream().mapToDouble(d -> Math.max(0, d - limit)).sum();
            assertThat((double) latencies.excessAbove(Duration.ofNanos(limit)).toNanos())
                    .isBetween(excess * 0.94 - 5e6 * above - 1e6, excess * 1.06 + 5e6 * above + 1e6);
        }
    }
}
