package io.github.sre4j.newrelic.nerdgraph;

import java.time.Duration;

/**
 * How long an answer is waited for.
 *
 * @param begin until its headers are here: New Relic sends them when the answer is ready
 * @param whole until the last byte is here, however slowly it comes
 */
record ResponseTimeouts(Duration begin, Duration whole) {

    /** What the line may take for an answer that has begun; thousands of rows over a slow proxy are no outage. */
    private static final Duration TRANSFER = Duration.ofSeconds(30);

    private static final Duration STANDSTILL = Duration.ofSeconds(4);

    /** The whole answer within that time. */
    static ResponseTimeouts of(Duration whole) {
        return new ResponseTimeouts(whole, whole);
    }

    /** An answer that begins within that time and may be long. */
    static ResponseTimeouts toBegin(Duration begin) {
        return new ResponseTimeouts(begin, begin.plus(TRANSFER));
    }

    /** How long an answer that has begun may stand still. */
    Duration standstill() {
        return STANDSTILL;
    }

    /** This, but no later than that. */
    ResponseTimeouts atMost(Duration limit) {
        return new ResponseTimeouts(shorter(begin, limit), shorter(whole, limit));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
