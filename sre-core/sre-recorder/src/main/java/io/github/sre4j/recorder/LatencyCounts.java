package io.github.sre4j.recorder;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/**
 * How long requests took: counts by bucket, as an HdrHistogram has them, kept in as few bytes as they need. Immutable.
 *
 * <p>A duration read back differs from the one recorded by at most {@link #relativeError()} of it, or by half a microsecond if that is more;
 * durations beyond 73 minutes are in the last bucket.
 */
public final class LatencyCounts {

    private final BucketLayout layout;

    /** For each bucket with a count: how far it is from the one before, and the count, both as base-128 varints. */
    private final byte[] packed;

    private final long count;
    private final int lowest;
    private final int highest;

    private LatencyCounts(BucketLayout layout, byte[] packed, long count, int lowest, int highest) {
        this.layout = layout;
        this.packed = packed;
        this.count = count;
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * The latencies an HdrHistogram of nanoseconds holds.
     *
     * @param histogram durations in nanoseconds; read here, not kept
     * @param digits significant decimal digits to keep, 1 to 3
     * @throws IllegalArgumentException if {@code digits} is outside its range
     */
    public static LatencyCounts of(AbstractHistogram histogram, int digits) {
        BucketLayout layout = new BucketLayout(digits);
        long[] counts = new long[layout.length()];
        for (HistogramIterationValue value : histogram.recordedValues()) {
            counts[layout.index(Math.min(value.getValueIteratedTo(), BucketLayout.HIGHEST_NANOS))] +=
                    value.getCountAtValueIteratedTo();
        }
        Writer writer = new Writer(layout);
        for (int i = 0; i < counts.length; i++) {
            writer.add(i, counts[i]);
        }
        return writer.done();
    }

    /** How many requests. */
    public long count() {
        return count;
    }

    /** How far a duration read back may be off, as a fraction of it. */
    public double relativeError() {
        return layout.relativeError();
    }

    /** Significant decimal digits. */
    public int digits() {
        return layout.digits();
    }

    /**
     * A percentile by nearest rank: the upper end of its bucket, so that it is never told too short.
     *
     * @param percentile above 0, at most 100
     * @return the duration; zero if there are none
     * @throws IllegalArgumentException if {@code percentile} is outside its range
     */
    public Duration percentile(double percentile) {
        if (!(percentile > 0 && percentile <= 100)) {
            throw new IllegalArgumentException("a percentile is above 0 and at most 100, not " + percentile);
        }
        long rank = Math.max(1, (long) Math.ceil(percentile / 100 * count));
        long seen = 0;
        for (Cursor at = new Cursor(); at.next(); ) {
            seen += at.amount;
            if (seen >= rank) {
                return Duration.ofNanos(layout.highest(at.bucket));
            }
        }
        return Duration.ZERO;
    }

    /**
     * How many requests took longer than {@code limit}, as far as buckets can say: those of the bucket that holds the limit count as longer if
     * the limit is below its middle.
     */
    public long countAbove(Duration limit) {
        long nanos = nanos(limit);
        long above = 0;
        for (Cursor at = new Cursor(); at.next(); ) {
            if (middle(at.bucket) > nanos) {
                above += at.amount;
            }
        }
        return above;
    }

    /** Σ max(0, duration − limit), with every duration taken for the middle of its bucket. */
    public Duration excessAbove(Duration limit) {
        long nanos = nanos(limit);
        Duration excess = Duration.ZERO;
        for (Cursor at = new Cursor(); at.next(); ) {
            long over = middle(at.bucket) - nanos;
            if (over > 0) {
                excess = excess.plus(Duration.ofNanos(over).multipliedBy(at.amount));
            }
        }
        return excess;
    }

    /** The same as an HdrHistogram of nanoseconds, in which each bucket stands for its lowest duration. */
    public Histogram toHistogram() {
        Histogram histogram = layout.emptyHistogram();
        for (Cursor at = new Cursor(); at.next(); ) {
            histogram.recordValueWithCount(layout.lowest(at.bucket), at.amount);
        }
        return histogram;
    }

    /**
     * Both together, in the coarser precision of the two.
     *
     * @param other not null
     */
    public LatencyCounts plus(LatencyCounts other) {
        if (other.layout.digits() != layout.digits()) {
            int digits = Math.min(layout.digits(), other.layout.digits());
            return of(toHistogram(), digits).plus(of(other.toHistogram(), digits));
        }
        if (other.count == 0) {
            return this;
        }
        Writer writer = new Writer(layout);
        Cursor left = new Cursor();
        Cursor right = other.new Cursor();
        boolean hasLeft = left.next();
        boolean hasRight = right.next();
        while (hasLeft || hasRight) {
            int bucket =
                    Math.min(hasLeft ? left.bucket : Integer.MAX_VALUE, hasRight ? right.bucket : Integer.MAX_VALUE);
            long amount = 0;
            if (hasLeft && left.bucket == bucket) {
                amount += left.amount;
                hasLeft = left.next();
            }
            if (hasRight && right.bucket == bucket) {
                amount += right.amount;
                hasRight = right.next();
            }
            writer.add(bucket, amount);
        }
        return writer.done();
    }

    /** The longest duration, which is known from elsewhere, moved into the last bucket that has a count. */
    long within(long maxNanos) {
        if (count == 0) {
            return 0;
        }
        long atMost = highest == layout.length() - 1 ? Long.MAX_VALUE : layout.highest(highest);
        return Math.max(layout.lowest(highest), Math.min(maxNanos, atMost));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LatencyCounts that
                && that.layout.digits() == layout.digits()
                && Arrays.equals(that.packed, packed);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(packed);
    }

    @Override
    public String toString() {
        return count == 0
                ? "no requests"
                : count + " requests, from " + Duration.ofNanos(layout.lowest(lowest)) + " to "
                        + Duration.ofNanos(layout.highest(highest));
    }

    private long middle(int bucket) {
        return (layout.lowest(bucket) + layout.highest(bucket)) >>> 1;
    }

    private static long nanos(Duration limit) {
        Objects.requireNonNull(limit, "limit");
        return limit.compareTo(Duration.ofNanos(Long.MAX_VALUE)) > 0 ? Long.MAX_VALUE : limit.toNanos();
    }

    /** Walks over the buckets that have a count, shortest first. */
    private final class Cursor {

        private int position;
        private int bucket;
        private long amount;

        private boolean next() {
            if (position == packed.length) {
                return false;
            }
            bucket += (int) varint();
            amount = varint();
            return true;
        }

        private long varint() {
            long value = 0;
            for (int shift = 0; ; shift += 7) {
                byte next = packed[position++];
                value |= (long) (next & 0x7f) << shift;
                if (next >= 0) {
                    return value;
                }
            }
        }
    }

    /** Packs counts, to be added in the order of their buckets. */
    static final class Writer {

        private final BucketLayout layout;
        private byte[] packed = new byte[64];
        private int length;
        private long count;
        private int lowest = -1;
        private int last;

        Writer(BucketLayout layout) {
            this.layout = layout;
        }

        void add(int bucket, long amount) {
            if (amount == 0) {
                return;
            }
            varint(bucket - last);
            varint(amount);
            lowest = lowest < 0 ? bucket : lowest;
            last = bucket;
            count += amount;
        }

        LatencyCounts done() {
            return new LatencyCounts(layout, Arrays.copyOf(packed, length), count, Math.max(0, lowest), last);
        }

        private void varint(long value) {
            if (length + 10 > packed.length) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
            long left = value;
            while ((left & ~0x7fL) != 0) {
                packed[length++] = (byte) ((left & 0x7f) | 0x80);
                left >>>= 7;
            }
            packed[length++] = (byte) left;
        }
    }
}
