package io.github.sre4j.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.SplittableRandom;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketLayoutTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void buckets_are_those_of_an_hdr_histogram(int digits) {
        BucketLayout layout = new BucketLayout(digits);
        Histogram peer = layout.emptyHistogram();
        for (int bucket = 0; bucket < layout.length(); bucket++) {
            long lowest = layout.lowest(bucket);
            assertThat(peer.lowestEquivalentValue(lowest)).isEqualTo(lowest);
            assertThat(peer.highestEquivalentValue(lowest)).isEqualTo(layout.highest(bucket));
            assertThat(layout.index(lowest)).isEqualTo(bucket);
            assertThat(layout.index(layout.highest(bucket))).isEqualTo(bucket);
            if (bucket > 0) {
                assertThat(layout.highest(bucket - 1)).isEqualTo(lowest - 1);
            }
        }
        assertThat(layout.highest(layout.length() - 1)).isEqualTo(BucketLayout.HIGHEST_NANOS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_bucket_is_never_wider_than_the_precision_allows(int digits) {
        BucketLayout layout = new BucketLayout(digits);
        SplittableRandom random = new SplittableRandom(digits);
        for (int i = 0; i < 100_000; i++) {
            long nanos = random.nextLong(BucketLayout.HIGHEST_NANOS) >>> random.nextInt(40);
            int bucket = layout.index(nanos);
            assertThat(layout.lowest(bucket)).isLessThanOrEqualTo(nanos);
            assertThat(layout.highest(bucket)).isGreaterThanOrEqualTo(nanos);
            assertThat(layout.highest(bucket) - layout.lowest(bucket) + 1)
                    .isLessThanOrEqualTo(Math.max(
                            1 << BucketLayout.UNIT_MAGNITUDE, (long) Math.ceil(nanos * layout.relativeError())));
        }
    }

    @Test
    void other_precisions_are_refused_with_the_allowed_ones() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BucketLayout(4))
                .withMessage("precision is 1, 2 or 3 significant digits, not 4");
    }
}
