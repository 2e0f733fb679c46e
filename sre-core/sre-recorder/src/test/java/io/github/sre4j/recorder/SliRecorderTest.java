package io.github.sre4j.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SliRecorderTest {

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final String OWNERS = "WebTransaction/SpringController/owners (GET)";

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-25T00:00:00Z"));
    private final SliRecorder recorder = SliRecorder.builder()
            .threshold(endpoint -> Optional.of(LIMIT))
            .clock(clock)
            .build();

    @Test
    void a_request_is_slow_from_one_nanosecond_above_the_threshold() {
        EndpointRecorder owners = recorder.endpoint(OWNERS);
        owners.record(LIMIT.toNanos(), RequestOutcome.OK);
        owners.record(LIMIT.toNanos() + 1, RequestOutcome.OK);
        owners.record(LIMIT.toNanos() - 1, RequestOutcome.ERROR);
        EndpointCounts counts = only(recorder.cut());
        assertThat(counts.tally(SliKind.LATENCY)).isEqualTo(new Tally(3, 1));
        assertThat(counts.tally(SliKind.ERRORS)).isEqualTo(new Tally(3, 1));
        assertThat(counts.excess()).isEqualTo(Duration.ofNanos(1));
        assertThat(counts.max()).isEqualTo(LIMIT.plusNanos(1));
    }

    @Test
    void counts_and_excess_are_those_of_a_plain_calculation_for_any_durations_and_thresholds() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 300; round++) {
            long limit = 1 + (random.nextLong(BucketLayout.HIGHEST_NANOS * 2) >>> random.nextInt(42));
            int digits = 1 + random.nextInt(3);
            SliRecorder one = SliRecorder.builder()
                    .threshold(endpoint -> Optional.of(Duration.ofNanos(limit)))
                    .precision(digits)
                    .clock(clock)
                    .build();
            long slow = 0;
            long errors = 0;
            long excess = 0;
            long max = 0;
            int count = 1 + random.nextInt(200);
            for (int i = 0; i < count; i++) {
                // Half of them close to the threshold, where it is hard.
                long nanos = random.nextBoolean()
                        ? Math.max(0, limit + random.nextLong(-3, 4))
                        : random.nextLong(BucketLayout.HIGHEST_NANOS * 3) >>> random.nextInt(43);
                boolean error = random.nextInt(5) == 0;
                one.record(OWNERS, nanos, error ? RequestOutcome.ERROR : RequestOutcome.OK);
                slow += nanos > limit ? 1 : 0;
                errors += error ? 1 : 0;
                excess += Math.max(0, nanos - limit);
                max = Math.max(max, nanos);
            }
            EndpointCounts counts = only(one.cut());
            assertThat(counts.requests()).isEqualTo(count);
            assertThat(counts.slow()).isEqualTo(slow);
            assertThat(counts.errors()).isEqualTo(errors);
            assertThat(counts.excess()).isEqualTo(Duration.ofNanos(excess));
            assertThat(counts.max()).isEqualTo(Duration.ofNanos(max));
        }
    }

    @Test
    void impossible_durations_are_counted_and_break_nothing() {
        EndpointRecorder owners = recorder.endpoint(OWNERS);
        owners.record(-1, RequestOutcome.OK);
        owners.record(Long.MIN_VALUE, RequestOutcome.OK);
        owners.record(Long.MAX_VALUE, RequestOutcome.OK);
        EndpointCounts counts = only(recorder.cut());
        assertThat(counts.requests()).isEqualTo(3);
        assertThat(counts.slow()).isEqualTo(1);
        assertThat(counts.excess()).isEqualTo(Duration.ofDays(366).minus(LIMIT));
    }

    @Test
    void without_a_threshold_nothing_is_slow() {
        SliRecorder plain = SliRecorder.create();
        plain.record(OWNERS, Long.MAX_VALUE, RequestOutcome.ERROR);
        EndpointCounts counts = only(plain.cut());
        assertThat(counts.threshold()).isEmpty();
        assertThat(counts.slow()).isZero();
        assertThat(counts.excess()).isZero();
        assertThat(counts.errors()).isEqualTo(1);
    }

    @Test
    void intervals_follow_each_other_without_gaps_and_hold_only_what_is_new() {
        recorder.record(OWNERS, 1_000_000, RequestOutcome.OK);
        RecordedInterval first = recorder.cut();
        clock.advance(Duration.ofSeconds(10));
        recorder.record(OWNERS, 5_000_000, RequestOutcome.OK);
        RecordedInterval second = recorder.cut();
        assertThat(second.from()).isEqualTo(first.to());
        assertThat(only(second).requests()).isEqualTo(1);
        assertThat(only(second).max()).isEqualTo(Duration.ofMillis(5));
        clock.advance(Duration.ofHours(-1));
        RecordedInterval third = recorder.cut();
        assertThat(third.from()).isEqualTo(second.to());
        assertThat(third.to()).isAfter(third.from());
        assertThat(third.endpoints()).isEmpty();
    }

    @Test
    void names_beyond_the_cap_and_unusable_ones_are_counted_together() {
        SliRecorder small = SliRecorder.builder().maxEndpoints(2).build();
        for (String name : List.of("a", "b", "c", "d", "a", " ", "", "x".repeat(501))) {
            small.record(name, 1_000, RequestOutcome.OK);
        }
        RecordedInterval interval = small.cut();
        assertThat(interval.endpoint(new EndpointName("a")).orElseThrow().requests())
                .isEqualTo(2);
        assertThat(interval.endpoint(SliRecorder.OVERFLOW).orElseThrow().requests())
                .isEqualTo(5);
        assertThat(interval.requests()).isEqualTo(8);
        assertThat(small.overflowed()).isTrue();
        assertThat(small.endpoints()).hasSize(2);
    }

    /** 256 names of one hash: more than have a place near it. */
    @Test
    void names_of_equal_hash_are_endpoints_of_their_own_and_equal_names_are_one() {
        List<String> names = new ArrayList<>(List.of(""));
        for (int i = 0; i < 8; i++) {
            names = names.stream()
                    .flatMap(each -> Stream.of(each + "Aa", each + "BB"))
                    .toList();
        }
        assertThat(names).hasSize(256).extracting(String::hashCode).containsOnly("AaAaAaAaAaAaAaAa".hashCode());
        for (int i = 0; i < names.size(); i++) {
            EndpointRecorder handle = recorder.endpoint(names.get(i));
            assertThat(recorder.endpoint(String.valueOf(names.get(i).toCharArray())))
                    .isSameAs(handle);
            for (int k = 0; k <= i; k++) {
                recorder.record(names.get(i), 1_000, RequestOutcome.OK);
            }
        }
        RecordedInterval interval = recorder.cut();
        for (int i = 0; i < names.size(); i++) {
            assertThat(interval.endpoint(new EndpointName(names.get(i)))
                            .orElseThrow()
                            .requests())
                    .isEqualTo(i + 1);
        }
    }

    @Test
    void recording_allocates_nothing_once_durations_like_it_were_seen() {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        EndpointRecorder owners = recorder.endpoint(OWNERS);
        long before = 0;
        // The first round makes counters, and links what is linked on first use.
        for (int round = 0; round < 2; round++) {
            before = memory.getThreadAllocatedBytes(Thread.currentThread().getId());
            for (int i = 0; i < 10_000; i++) {
                owners.record(i * 100_000L, RequestOutcome.OK);
                recorder.record(OWNERS, i * 100_000L, RequestOutcome.ERROR);
            }
        }
        long after = memory.getThreadAllocatedBytes(Thread.currentThread().getId());
        // What asking costs, and no more: less than a twentieth of a byte a request.
        assertThat(after - before).isLessThan(1_000);
        assertThat(only(recorder.cut()).requests()).isEqualTo(40_000);
    }

    @Test
    void a_defect_in_the_thresholds_does_not_reach_requests() {
        SliRecorder broken = SliRecorder.builder()
                .threshold(endpoint -> {
                    if (endpoint.equals(SliRecorder.OVERFLOW)) {
                        return Optional.empty();
                    }
                    throw new IllegalStateException("no standard");
                })
                .build();
        broken.record(OWNERS, 1_000, RequestOutcome.OK);
        assertThat(only(broken.cut()).name()).isEqualTo(SliRecorder.OVERFLOW);
    }

    @Test
    @SuppressWarnings("try") // closing twice is what it is about
    void a_timer_is_an_error_until_it_is_said_to_be_none_and_records_once() throws Exception {
        long[] now = {0};
        SliRecorder timed = SliRecorder.builder()
                .threshold(endpoint -> Optional.of(LIMIT))
                .ticker(() -> now[0])
                .build();
        EndpointRecorder owners = timed.endpoint(OWNERS);
        try (RequestTimer timer = owners.start()) {
            now[0] += LIMIT.toNanos();
            timer.ok();
            timer.close();
        }
        assertThatThrownBy(() -> {
                    try (RequestTimer timer = owners.start()) {
                        now[0] += LIMIT.toNanos() * 2;
                        throw new IllegalStateException("broken");
                    }
                })
                .hasMessage("broken");
        assertThat(owners.call(() -> 42)).isEqualTo(42);
        assertThatThrownBy(() -> owners.call(() -> {
                    throw new IllegalStateException("broken too");
                }))
                .hasMessage("broken too");
        EndpointCounts counts = only(timed.cut());
        assertThat(counts.requests()).isEqualTo(4);
        assertThat(counts.errors()).isEqualTo(2);
        assertThat(counts.slow()).isEqualTo(1);
        assertThat(counts.max()).isEqualTo(LIMIT.multipliedBy(2));
    }

    @Test
    void every_listener_hears_of_every_interval_also_after_one_that_fails() {
        List<RecordedInterval> heard = new ArrayList<>();
        recorder.onInterval(interval -> {
            throw new IllegalStateException("disk full");
        });
        recorder.onInterval(heard::add);
        recorder.record(OWNERS, 1_000, RequestOutcome.OK);
        assertThatThrownBy(recorder::cut).hasMessage("disk full");
        assertThat(heard).hasSize(1);
        assertThat(heard.get(0).requests()).isEqualTo(1);
    }

    @Test
    void impossible_options_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SliRecorder.builder().maxEndpoints(0))
                .withMessage("a recorder needs room for at least one endpoint, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SliRecorder.builder().precision(0))
                .withMessageContaining("precision is 1, 2 or 3");
    }

    private static EndpointCounts only(RecordedInterval interval) {
        assertThat(interval.endpoints()).hasSize(1);
        return interval.endpoints().iterator().next();
    }

    /** A clock that stands until it is moved. */
    static final class TickingClock extends Clock {

        private Instant now;

        TickingClock(Instant now) {
            this.now = now;
        }

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
