package io.github.sre4j.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequestIdsTest {

    @Test
    void finds_exactly_the_keys_added_more_than_once() {
        Random random = new Random(20261201);
        RequestIds ids = RequestIds.all(1 << 20);
        TreeSet<Long> twice = new TreeSet<>();
        for (int i = 0; i < 200_000; i++) {
            long key = random.nextLong();
            ids.add(key);
            if (i % 997 == 0) {
                ids.add(key);
                ids.add(key);
                twice.add(key);
            }
        }
        assertThat(sorted(ids.repeated())).containsExactly(twice.toArray(Long[]::new));
        assertThat(ids.parts()).isEqualTo(1);
    }

    @Test
    void finds_copies_with_less_memory_than_keys_in_parts() {
        RequestIds ids = RequestIds.all(10_000);
        add(ids, 100_000);
        assertThat(ids.parts()).isGreaterThan(1);
        assertThat(ids.repeated()).isNotEmpty();
        int found = ids.repeated().length;
        for (int part = 1; part < ids.parts(); part++) {
            RequestIds own = ids.part(part);
            add(own, 100_000);
            found += own.repeated().length;
        }
        assertThat(found).isEqualTo(1_000);
    }

    @Test
    void finds_copies_that_two_threads_have_read() {
        RequestIds one = RequestIds.all(10_000);
        RequestIds other = RequestIds.all(10_000);
        for (int i = 0; i < 3_000; i++) {
            one.add(key(i));
            other.add(key(i + 2_900));
        }
        one.merge(other);
        assertThat(one.repeated()).hasSize(100);
    }

    @Test
    void distinguishes_sequential_ids_and_times() {
        TreeSet<Long> keys = new TreeSet<>();
        for (int i = 0; i < 100_000; i++) {
            byte[] id = "%016x".formatted(i / 10).getBytes(StandardCharsets.US_ASCII);
            keys.add(RequestIds.key(id, 0, id.length, 1_764_500_000_000L + i % 10));
        }
        assertThat(keys).hasSize(100_000);
    }

    private static void add(RequestIds ids, int count) {
        for (int i = 0; i < count; i++) {
            ids.add(key(i));
            if (i % 100 == 0) {
                ids.add(key(i));
            }
        }
    }

    private static long key(int i) {
        byte[] id = "%016x".formatted(i).getBytes(StandardCharsets.US_ASCII);
        return RequestIds.key(id, 0, id.length, 1_764_500_000_000L);
    }

    private static Long[] sorted(long[] keys) {
        return Arrays.stream(keys).sorted().boxed().toArray(Long[]::new);
    }
}
