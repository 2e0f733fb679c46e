package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.Expr.Call;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Selected values over many events: aggregates, and calculations with them. */
final class Measures {
    private static final Set<String> AGGREGATES = Set.of(
            "count",
            "sum",
            "average",
            "min",
            "max",
            "latest",
            "earliest",
            "uniquecount",
            "uniques",
            "percentile",
            "median",
            "stddev",
            "rate",
            "percentage",
            "filter",
            "histogram",
            "apdex",
            "cdfpercentage");

    private final Aggregates aggregates;

    Measures(Source source, ValueSql values, ConditionSql conditions) {
        this.aggregates = new Aggregates(source, values, conditions, this);
    }

    static boolean isAggregate(Expr value) {
        if (value instanceof Call call) {
            return AGGREGATES.contains(call.function())
                    || call.arguments().stream().anyMatch(Measures::isAggregate);
        } else if (value instanceof Expr.Arith arith) {
            return isAggregate(arith.left()) || isAggregate(arith.right());
        } else if (value instanceof Expr.Neg neg) {
            return isAggregate(neg.of());
        }
        return value instanceof Expr.Pick pick && isAggregate(pick.of());
    }

    Measure of(Expr value, @Nullable Sql filter) {
        if (value instanceof Expr.Num num) {
            return Measure.constant(num.value());
        } else if (value instanceof Expr.Str str) {
            return Measure.constant(str.value());
        } else if (value instanceof Expr.Neg neg) {
            return of(neg.of(), filter).then(x -> x instanceof Number n ? -n.doubleValue() : null);
        } else if (value instanceof Expr.Arith arith) {
            Measure left = of(arith.left(), filter);
            Measure right = of(arith.right(), filter);
            return switch (arith.operator()) {
                case '+' -> Measure.combine(left, right, Double::sum);
                case '-' -> Measure.combine(left, right, (a, b) -> a - b);
                case '*' -> Measure.combine(left, right, (a, b) -> a * b);
                case '/' -> Measure.combine(left, right, (a, b) -> b == 0 ? null : a / b);
                default -> Measure.combine(left, right, (a, b) -> b == 0 ? null : a % b);
            };
        } else if (value instanceof Expr.Pick pick && isAggregate(pick.of())) {
            return of(pick.of(), filter).then(x -> x instanceof Map<?, ?> map ? map.get(pick.key()) : null);
        } else if (value instanceof Call call && AGGREGATES.contains(call.function())) {
            return aggregates.of(call, filter);
        } else if (value instanceof Call call) {
            return scalar(call, filter);
        }
        throw new QueryRefusedException("An attribute cannot stand beside aggregates unless it is aggregated too.");
    }

    /** A function of single values, applied to the results of aggregates. */
    private Measure scalar(Call call, @Nullable Sql filter) {
        List<Expr> given = call.arguments();
        return switch (call.function()) {
            case "clamp_max" -> {
                ValueSql.arity(call, 2, 2);
                yield Measure.combine(of(given.get(0), filter), of(given.get(1), filter), Math::min);
            }
            case "clamp_min" -> {
                ValueSql.arity(call, 2, 2);
                yield Measure.combine(of(given.get(0), filter), of(given.get(1), filter), Math::max);
            }
            case "round" -> {
                ValueSql.arity(call, 1, 2);
                Measure places = given.size() == 1 ? Measure.constant(0.0) : of(given.get(1), filter);
                yield Measure.combine(of(given.get(0), filter), places, (x, digits) -> {
                    double scale = Math.pow(10, digits);
                    return Math.rint(x * scale) / scale;
                });
            }
            case "abs" -> {
                ValueSql.arity(call, 1, 1);
                yield of(given.get(0), filter).then(x -> x instanceof Number n ? Math.abs(n.doubleValue()) : null);
            }
            default -> throw new QueryRefusedException("Unknown function " + call.function() + "()");
        };
    }
}
