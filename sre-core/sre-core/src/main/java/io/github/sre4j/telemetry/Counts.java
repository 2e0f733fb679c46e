package io.github.sre4j.telemetry;

import io.github.sre4j.sli.SliKind;
import io.github.sre4j.sli.Tally;

/**
 * Exact counts of the requests of one endpoint in some stretch of time.
 *
 * @param requests all of them
 * @param slow those that took longer than the threshold; 0 where there is none
 * @param errors those that telemetry marks as errors
 */
public record Counts(long requests, long slow, long errors) {

    /** No requests at all. */
    public static final Counts NONE = new Counts(0, 0, 0);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException if a count is negative or exceeds {@code requests}
     */
    public Counts {
        if (slow < 0 || errors < 0 || slow > requests || errors > requests) {
            throw new IllegalArgumentException(
                    "impossible counts: " + requests + " requests, " + slow + " slow, " + errors + " errors");
        }
    }

    /** The sum of both. */
    public Counts plus(Counts other) {
        return new Counts(requests + other.requests, slow + other.slow, errors + other.errors);
    }

    /** All events and the bad ones, for one kind of SLI. */
    public Tally tally(SliKind kind) {
        return switch (kind) {
            case LATENCY, SHIFT -> new Tally(requests, slow);
            case ERRORS -> new Tally(requests, errors);
        };
    }
}
