package io.github.sre4j.newrelic.nerdgraph;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException.Kind;
import io.github.sre4j.text.Message;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** How long a build waits for New Relic in all, whatever its modules and queries. Thread-safe. */
final class WaitBudget {

    /** No build waits that long. */
    static final Duration UNLIMITED = Duration.ofDays(365);

    private final Duration whole;
    private final AtomicLong spentNanos = new AtomicLong();

    WaitBudget(Duration whole) {
        this.whole = whole;
    }

    /**
     * What is left of it.
     *
     * @throws NerdGraphException if nothing is
     */
    Duration left() throws NerdGraphException {
        Duration left = whole.minusNanos(spentNanos.get());
        if (left.isNegative() || left.isZero()) {
            throw new NerdGraphException(
                    Kind.QUERY_TIMEOUT, Message.of(NerdGraphException.class, "allowance", whole.toMinutes()));
        }
        return left;
    }

    void spend(Duration waited) {
        spentNanos.addAndGet(waited.toNanos());
    }
}
