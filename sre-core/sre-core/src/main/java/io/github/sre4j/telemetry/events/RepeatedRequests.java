package io.github.sre4j.telemetry.events;

import java.util.Arrays;
import java.util.stream.LongStream;

/** Requests that files hold more than once: the first row of each counts, its copies do not. Needs 16 bytes per repeated request. Not thread-safe. */
final class RepeatedRequests {

    private final long[] keys;
    private final long[] fingerprints;
    private long copies;

    /**
     * Rows to look at.
     *
     * @param repeated the keys that {@link RequestIds} met more than once
     */
    RepeatedRequests(long[] repeated) {
        this.keys = Arrays.stream(repeated).sorted().distinct().toArray();
        this.fingerprints = new long[keys.length];
    }

    /** Joins the keys of several parts. */
    static long[] join(long[] one, long[] other) {
        return LongStream.concat(Arrays.stream(one), Arrays.stream(other)).toArray();
    }

    /**
     * Returns true if the row is a copy of one that was met before: equal in its key and in a second, independent hash, which two different rows are with a
     * chance of 1 in 2<sup>128</sup>.
     *
     * @param key the row's key
     * @param fingerprint a hash of everything that is measured of it
     */
    boolean isCopy(long key, long fingerprint) {
        int at = Arrays.binarySearch(keys, key);
        if (at < 0) {
            return false;
        }
        // Zero marks a request that was not met yet.
        long own = fingerprint == 0 ? 1 : fingerprint;
        if (fingerprints[at] == own) {
            copies++;
            return true;
        }
        if (fingerprints[at] == 0) {
            fingerprints[at] = own;
        }
        return false;
    }

    /** Returns the number of rows that were copies. */
    long copies() {
        return copies;
    }
}
