package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Objects;

/**
 * "Stays where it is": a page view is good if its cumulative layout shift is at most {@code limit}. A layout shift has no unit; 0.1 is what
 * <a href="https://web.dev/articles/cls">web.dev</a> calls good.
 *
 * @param limit the largest good shift, positive
 * @param objective the share of page views that must be good
 */
public record ShiftSli(BigDecimal limit, Objective objective) implements Sli {

    /**
     * Checks the limit.
     *
     * @throws IllegalArgumentException if {@code limit} is zero or negative
     */
    public ShiftSli {
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(objective, "objective");
        if (limit.signum() <= 0) {
            throw new InvalidInputException(Message.of(Objective.class, "shift-limit", limit.toPlainString()));
        }
        limit = limit.stripTrailingZeros();
    }

    @Override
    public SliKind kind() {
        return SliKind.SHIFT;
    }

    /** The limit as sources measure it: a shift of 1 as one second. */
    public Duration asDuration() {
        return Duration.ofNanos(limit.movePointRight(9).longValue());
    }
}
