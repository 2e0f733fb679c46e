package io.github.sre4j.examples.standin.limits;

import java.time.Duration;

/**
 * How much is allowed.
 *
 * @param inFlight requests at once
 * @param queriesPerMinute NRQL queries a minute
 * @param samePerMinute times the same query text may be asked a minute
 * @param accounts accounts in one cross-account query
 */
public record Limits(int inFlight, int queriesPerMinute, int samePerMinute, int accounts) {
    /** New Relic's documented limits (September 2026); of the two published numbers of accounts the smaller. */
    public static final Limits NEW_RELIC = new Limits(25, 3_000, 120, 5);

    /** No limits, for tests that ask the same again and again and for measuring. */
    public static final Limits NONE =
            new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    private static final int SHORTEST = 5;
    private static final int LONGEST = 120;

    /** The timeout that a query gets: 5 seconds if none is given, else clamped to 5 to 120. */
    public static Duration timeout(int seconds) {
        return Duration.ofSeconds(Math.max(SHORTEST, Math.min(LONGEST, seconds)));
    }
}
