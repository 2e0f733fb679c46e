package io.github.sre4j.sli;

import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The share of events that must be good, as an exact decimal strictly between 0 and 1 ({@code 0.95} for 95 %).
 *
 * <p>One hundred percent is refused on purpose: no amount of traffic can show that it is met.
 *
 * @param ratio the share of good events, 0 &lt; ratio &lt; 1
 */
public record Objective(BigDecimal ratio) implements Comparable<Objective> {

    /**
     * Normalises the scale, so that 0.95 and 0.950 are equal.
     *
     * @throws IllegalArgumentException if {@code ratio} is not strictly between 0 and 1
     */
    public Objective {
        Objects.requireNonNull(ratio, "ratio");
        if (ratio.signum() <= 0 || ratio.compareTo(BigDecimal.ONE) >= 0) {
            throw new InvalidInputException(Message.of(Objective.class, "objective", ratio.toPlainString()));
        }
        ratio = ratio.stripTrailingZeros();
    }

    /**
     * Reads a ratio such as {@code "0.95"}.
     *
     * @throws IllegalArgumentException if the text is not a number strictly between 0 and 1
     */
    public static Objective of(String ratio) {
        return new Objective(new BigDecimal(ratio));
    }

    /** The share of events that may be bad: {@code 1 - ratio}, computed exactly before it is rounded to a double. */
    public double allowedBadRatio() {
        return BigDecimal.ONE.subtract(ratio).doubleValue();
    }

    @Override
    public int compareTo(Objective other) {
        return ratio.compareTo(other.ratio);
    }
}
