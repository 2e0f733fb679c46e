package io.github.sre4j.assess.course;

import io.github.sre4j.sli.Tally;
import java.time.Instant;
import java.util.Objects;

/**
 * The stretch of the window in which bad requests concentrate, in full hours (UTC). Immutable and thread-safe.
 *
 * @param from its start
 * @param to its end, exclusive
 * @param hours number of its hours with traffic
 * @param inside requests in it
 * @param before requests of the window before it
 * @param after requests of the window after it
 */
public record BadPeriod(Instant from, Instant to, int hours, Tally inside, Tally before, Tally after) {

    /** Validates the components. */
    public BadPeriod {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(inside, "inside");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Returns the bad requests in it as a share of all bad requests of the window; 0 if there are none. */
    public double shareOfBad() {
        long all = inside.bad() + before.bad() + after.bad();
        return all == 0 ? 0 : (double) inside.bad() / all;
    }

    /** Returns the requests of the window outside it. */
    public Tally outside() {
        return new Tally(before.total() + after.total(), before.bad() + after.bad());
    }
}
