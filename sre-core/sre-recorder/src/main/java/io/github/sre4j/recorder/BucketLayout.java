package io.github.sre4j.recorder;

import org.HdrHistogram.Histogram;

/**
 * Where a duration is counted: the bucket layout of an HdrHistogram that tells microseconds apart and reaches beyond an hour (G. Tene, "HdrHistogram",
 * hdrhistogram.org). A test compares it with HdrHistogram's own. Immutable.
 *
 * <p>Every power of two is cut into the same number of buckets, so that a bucket is never wider than the precision allows. The buckets of
 * one power of two are a chunk.
 */
final class BucketLayout {

    /** Half a microsecond: below it, buckets do not get narrower. */
    static final int UNIT_MAGNITUDE = 9;

    static final long LOWEST_NANOS = 1_000;

    /** 73 minutes. Whatever took longer is counted in the last bucket. */
    static final long HIGHEST_NANOS = (1L << 42) - 1;

    private final int digits;
    private final int halfMagnitude;
    private final int half;
    private final long mask;
    private final int leadingZeros;
    private final int length;

    /**
     * Makes a layout.
     *
     * @param digits significant decimal digits, 1 to 3
     */
    BucketLayout(int digits) {
        if (digits < 1 || digits > 3) {
            throw new IllegalArgumentException("precision is 1, 2 or 3 significant digits, not " + digits);
        }
        this.digits = digits;
        int needed = 2 * (int) Math.pow(10, digits);
        this.halfMagnitude = Long.SIZE - Long.numberOfLeadingZeros(needed - 1) - 1;
        this.half = 1 << halfMagnitude;
        this.mask = (2L * half - 1) << UNIT_MAGNITUDE;
        this.leadingZeros = Long.SIZE - UNIT_MAGNITUDE - halfMagnitude - 1;
        this.length = index(HIGHEST_NANOS) + 1;
    }

    int digits() {
        return digits;
    }

    /** The largest error of a duration read back, as a fraction of it. */
    double relativeError() {
        return Math.pow(10, -digits);
    }

    /** How many buckets there are. */
    int length() {
        return length;
    }

    /** The base-two logarithm of the size of a chunk. */
    int chunkMagnitude() {
        return halfMagnitude;
    }

    /** The bucket of a duration from 0 to {@link #HIGHEST_NANOS}. */
    int index(long nanos) {
        int bucket = leadingZeros - Long.numberOfLeadingZeros(nanos | mask);
        int sub = (int) (nanos >>> (bucket + UNIT_MAGNITUDE));
        return (bucket << halfMagnitude) + sub;
    }

    /** The shortest duration of a bucket. */
    long lowest(int index) {
        int bucket = Math.max(0, (index >> halfMagnitude) - 1);
        return (long) (index - (bucket << halfMagnitude)) << (bucket + UNIT_MAGNITUDE);
    }

    /** The longest duration of a bucket. */
    long highest(int index) {
        int bucket = Math.max(0, (index >> halfMagnitude) - 1);
        return lowest(index) + (1L << (bucket + UNIT_MAGNITUDE)) - 1;
    }

    /** An empty HdrHistogram of this layout. */
    Histogram emptyHistogram() {
        return new Histogram(LOWEST_NANOS, HIGHEST_NANOS, digits);
    }
}
