package io.github.sre4j.examples.standin.answer;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Percentiles as NRDB documents them: nearest rank over at most 320 logarithmic buckets. Each power of two is cut into equal
 * parts, as many as the contrast of the data (largest by smallest value, zero left out) allows; the answer is the middle of the
 * bucket. The relative error is half a part: 1/128 for a contrast up to 32, 1/64 to 1,024, 1/32 to 2^20 (the usual case: from
 * 1 ms to 16 min), 1/16 to 2^40, 1/8 beyond.
 */
final class LogBuckets {
    private static final int FINEST = 64;
    private static final long OFFSET = 1L << 40;

    private LogBuckets() {}

    /** The finest bucket of a number, as SQL. Rounding of the logarithm does no harm: the remainder makes up for it. */
    static Sql key(Sql value) {
        Sql size = Sql.of("abs(#)", value);
        Sql exponent = Sql.of("floor(log2(#))", size);
        Sql bucket = Sql.of(
                "CAST(# * 64 + floor((# / pow(2, #) - 1) * 64) AS BIGINT) + " + OFFSET, exponent, size, exponent);
        return Sql.of("CASE WHEN # = 0 THEN 0 WHEN # > 0 THEN # ELSE -(#) END", value, value, bucket, bucket);
    }

    /** The value at a percentile of finest buckets with their counts; null if there are none. */
    static @Nullable Double percentile(Map<Long, Long> finest, double percent) {
        if (finest.isEmpty()) {
            return null;
        }
        int parts = parts(finest);
        TreeMap<Long, Long> merged = new TreeMap<>();
        finest.forEach((key, count) -> merged.merge(coarser(key, parts), count, Long::sum));
        long total = merged.values().stream().mapToLong(Long::longValue).sum();
        long rank = Math.max(1, (long) Math.ceil(percent / 100 * total - 1e-9));
        long seen = 0;
        for (Map.Entry<Long, Long> entry : merged.entrySet()) {
            seen += entry.getValue();
            if (seen >= rank) {
                return middle(entry.getKey(), parts);
            }
        }
        return middle(merged.lastKey(), parts);
    }

    private static int parts(Map<Long, Long> finest) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long key : finest.keySet()) {
            if (key != 0) {
                least = Math.min(least, Math.abs(key));
                most = Math.max(most, Math.abs(key));
            }
        }
        long octaves = most < least ? 1 : (most - least) / FINEST + 1;
        if (octaves <= 5) {
            return 64;
        } else if (octaves <= 10) {
            return 32;
        } else if (octaves <= 20) {
            return 16;
        }
        return octaves <= 40 ? 8 : 4;
    }

    private static long coarser(long key, int parts) {
        if (key == 0) {
            return 0;
        }
        long coarse = Math.floorDiv(Math.abs(key) - OFFSET, FINEST / parts) + OFFSET;
        return key < 0 ? -coarse : coarse;
    }

    private static double middle(long key, int parts) {
        if (key == 0) {
            return 0;
        }
        long bucket = Math.abs(key) - OFFSET;
        long exponent = Math.floorDiv(bucket, parts);
        double within = Math.floorMod(bucket, (long) parts) + 0.5;
        return Math.signum((double) key) * Math.scalb(1 + within / parts, (int) exponent);
    }
}
