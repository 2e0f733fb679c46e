package io.github.sre4j.alerts.migrate.trigger;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Number, metric or ratio of two metrics, times a factor.
 *
 * @param factor factor, exact
 * @param metric path of the metric, null for a plain number
 * @param divisor path of the metric that divides, or null
 */
public record Quantity(
        BigDecimal factor,
        @Nullable String metric,
        @Nullable String divisor) {

    static Optional<Quantity> of(Script script) {
        if (script instanceof Script.Num number) {
            return Optional.of(new Quantity(number.value(), null, null));
        } else if (script instanceof Script.Path path) {
            return Optional.of(new Quantity(BigDecimal.ONE, path.path(), null));
        } else if (script instanceof Script.Binary binary) {
            Optional<Quantity> left = of(binary.left());
            Optional<Quantity> right = of(binary.right());
            return left.isPresent() && right.isPresent()
                    ? combine(binary.operator(), left.get(), right.get())
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<Quantity> combine(String operator, Quantity left, Quantity right) {
        return switch (operator) {
            case "*" -> left.times(right).or(() -> right.times(left));
            case "/" -> left.dividedBy(right);
            case "+", "-" ->
                left.isNumber() && right.isNumber()
                        ? Optional.of(new Quantity(
                                operator.equals("+")
                                        ? left.factor.add(right.factor)
                                        : left.factor.subtract(right.factor),
                                null,
                                null))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Returns whether it is a plain number. */
    public boolean isNumber() {
        return metric == null;
    }

    private Optional<Quantity> times(Quantity number) {
        return number.isNumber()
                ? Optional.of(new Quantity(factor.multiply(number.factor), metric, divisor))
                : Optional.empty();
    }

    /** Returns the quotient, if it can be said as a metric or a ratio of two. */
    Optional<Quantity> dividedBy(Quantity other) {
        if (other.factor.signum() == 0
                || other.divisor != null
                || (other.metric != null && (divisor != null || metric == null))) {
            return Optional.empty();
        }
        return Optional.of(new Quantity(
                factor.divide(other.factor, java.math.MathContext.DECIMAL64),
                metric,
                other.metric == null ? divisor : other.metric));
    }
}
