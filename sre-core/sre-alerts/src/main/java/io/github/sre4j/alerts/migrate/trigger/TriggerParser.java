package io.github.sre4j.alerts.migrate.trigger;

import io.github.sre4j.alerts.condition.Operator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Parses trigger scripts: comparisons, null guards, locals, ratios, loops over buckets. Everything else is unsupported. */
public final class TriggerParser {

    private TriggerParser() {}

    /**
     * Returns the meaning of a script.
     *
     * @param source script
     * @param parameters values of {@code params} that are numbers in the script's place
     */
    public static TriggerCondition parse(String source, Map<String, String> parameters) {
        try {
            return meaning(simplify(ScriptParser.parse(source)), parameters)
                    .orElseGet(() -> new TriggerCondition.Unsupported(source));
        } catch (ScriptException | NumberFormatException e) {
            return new TriggerCondition.Unsupported(source);
        }
    }

    /** Takes away null guards, and folds what is constant then. */
    private static Script simplify(Script script) {
        if (script instanceof Script.Not not) {
            return negated(simplify(not.of()));
        } else if (script instanceof Script.Choice choice) {
            Script test = simplify(choice.test());
            Script yes = simplify(choice.yes());
            Script no = simplify(choice.no());
            if (test instanceof Script.Truth truth) {
                return truth.value() ? yes : no;
            }
            if (isBoolean(yes) && isBoolean(no)) {
                return or(and(test, yes), and(negated(test), no));
            }
            return script;
        } else if (script instanceof Script.AnyBucket any) {
            Script body = simplify(any.body());
            return body instanceof Script.Truth truth && !truth.value()
                    ? truth
                    : new Script.AnyBucket(simplify(any.list()), any.variable(), body);
        } else if (script instanceof Script.Binary binary) {
            return binary(binary);
        }
        return script;
    }

    private static Script binary(Script.Binary binary) {
        String operator = binary.operator();
        if (operator.equals("&&")) {
            return and(simplify(binary.left()), simplify(binary.right()));
        } else if (operator.equals("||")) {
            return or(simplify(binary.left()), simplify(binary.right()));
        }
        boolean nullCheck = binary.left() instanceof Script.Null || binary.right() instanceof Script.Null;
        if (nullCheck && operator.equals("!=")) {
            return new Script.Truth(true);
        } else if (nullCheck && operator.equals("==")) {
            // An issue that is open already does not open again.
            return new Script.Truth(isPath(binary.left(), "ctx.alert") || isPath(binary.right(), "ctx.alert"));
        }
        if (binary.left() instanceof Script.Path path
                && path.path().equals("ctx.results.length")
                && binary.right() instanceof Script.Num) {
            return new Script.Truth(!operator.equals("=="));
        }
        Optional<Boolean> sameTruth = truthComparison(binary);
        if (sameTruth.isPresent()) {
            Script other = binary.left() instanceof Script.Truth ? binary.right() : binary.left();
            return sameTruth.get() ? simplify(other) : negated(simplify(other));
        }
        return new Script.Binary(operator, simplify(binary.left()), simplify(binary.right()));
    }

    private static Optional<Boolean> truthComparison(Script.Binary binary) {
        Script literal = binary.left() instanceof Script.Truth ? binary.left() : binary.right();
        if (!(literal instanceof Script.Truth truth)
                || !(binary.operator().equals("==") || binary.operator().equals("!="))) {
            return Optional.empty();
        }
        return Optional.of(truth.value() == binary.operator().equals("=="));
    }

    private static boolean isPath(Script script, String path) {
        return script instanceof Script.Path found && found.path().equals(path);
    }

    private static boolean isBoolean(Script script) {
        return script instanceof Script.Truth
                || script instanceof Script.Not
                || script instanceof Script.AnyBucket
                || (script instanceof Script.Binary binary && !"+-*/%".contains(binary.operator()));
    }

    private static Script and(Script left, Script right) {
        if (left instanceof Script.Truth truth) {
            return truth.value() ? right : truth;
        } else if (right instanceof Script.Truth truth) {
            return truth.value() ? left : truth;
        }
        return new Script.Binary("&&", left, right);
    }

    private static Script or(Script left, Script right) {
        if (left instanceof Script.Truth truth) {
            return truth.value() ? truth : right;
        } else if (right instanceof Script.Truth truth) {
            return truth.value() ? truth : left;
        }
        return new Script.Binary("||", left, right);
    }

    private static Script negated(Script script) {
        if (script instanceof Script.Not not) {
            return not.of();
        } else if (script instanceof Script.Binary binary) {
            return switch (binary.operator()) {
                case "&&" -> or(negated(binary.left()), negated(binary.right()));
                case "||" -> and(negated(binary.left()), negated(binary.right()));
                case ">" -> new Script.Binary("<=", binary.left(), binary.right());
                case ">=" -> new Script.Binary("<", binary.left(), binary.right());
                case "<" -> new Script.Binary(">=", binary.left(), binary.right());
                case "<=" -> new Script.Binary(">", binary.left(), binary.right());
                case "==" -> new Script.Binary("!=", binary.left(), binary.right());
                case "!=" -> new Script.Binary("==", binary.left(), binary.right());
                default -> Script.negate(script);
            };
        }
        return Script.negate(script);
    }

    private static Optional<TriggerCondition> meaning(Script script, Map<String, String> parameters) {
        if (script instanceof Script.Truth truth) {
            return Optional.of(new TriggerCondition.Always(truth.value()));
        } else if (script instanceof Script.AnyBucket any && any.list() instanceof Script.Path list) {
            return meaning(any.body(), parameters).map(body -> new TriggerCondition.AnyBucket(list.path(), body));
        } else if (script instanceof Script.Binary binary) {
            if (binary.operator().equals("&&") || binary.operator().equals("||")) {
                List<TriggerCondition> parts = new ArrayList<>();
                if (!collect(binary, binary.operator(), parameters, parts)) {
                    return Optional.empty();
                }
                return Optional.of(
                        binary.operator().equals("&&")
                                ? new TriggerCondition.All(parts)
                                : new TriggerCondition.Any(parts));
            }
            return comparison(binary, parameters);
        }
        return Optional.empty();
    }

    private static boolean collect(
            Script script, String operator, Map<String, String> parameters, List<TriggerCondition> parts) {
        if (script instanceof Script.Binary binary && binary.operator().equals(operator)) {
            return collect(binary.left(), operator, parameters, parts)
                    && collect(binary.right(), operator, parameters, parts);
        }
        Optional<TriggerCondition> part = meaning(script, parameters);
        part.ifPresent(parts::add);
        return part.isPresent();
    }

    private static Optional<TriggerCondition> comparison(Script.Binary binary, Map<String, String> parameters) {
        Optional<Quantity> left = Quantity.of(filled(binary.left(), parameters));
        Optional<Quantity> right = Quantity.of(filled(binary.right(), parameters));
        Optional<Operator> operator = operator(binary.operator());
        if (left.isEmpty() || right.isEmpty() || operator.isEmpty()) {
            return Optional.empty();
        }
        if (left.get().isNumber()) {
            return right.get().isNumber() ? Optional.empty() : normal(right.get(), flipped(operator.get()), left.get());
        }
        if (right.get().isNumber()) {
            return normal(left.get(), operator.get(), right.get());
        }
        // Two metrics: their ratio against 1, or against the factor of one of them.
        return left.get()
                .dividedBy(right.get())
                .flatMap(ratio -> normal(ratio, operator.get(), new Quantity(BigDecimal.ONE, null, null)));
    }

    private static Script filled(Script script, Map<String, String> parameters) {
        if (script instanceof Script.Path path && path.path().startsWith("params.")) {
            String value = parameters.get(path.path().substring("params.".length()));
            return value != null && value.matches("-?\\d{1,15}(\\.\\d{1,15})?")
                    ? new Script.Num(new BigDecimal(value))
                    : script;
        } else if (script instanceof Script.Binary binary) {
            return new Script.Binary(
                    binary.operator(), filled(binary.left(), parameters), filled(binary.right(), parameters));
        }
        return script;
    }

    private static Optional<TriggerCondition> normal(Quantity quantity, Operator operator, Quantity number) {
        if (quantity.factor().signum() <= 0 || quantity.metric() == null) {
            return Optional.empty();
        }
        BigDecimal threshold = number.factor().divide(quantity.factor(), java.math.MathContext.DECIMAL64);
        return Optional.of(new TriggerCondition.Comparison(
                quantity.metric(), quantity.divisor() == null ? "" : quantity.divisor(), operator, threshold));
    }

    private static Optional<Operator> operator(String symbol) {
        return Optional.ofNullable(
                switch (symbol) {
                    case ">" -> Operator.ABOVE;
                    case ">=" -> Operator.ABOVE_OR_EQUALS;
                    case "<" -> Operator.BELOW;
                    case "<=" -> Operator.BELOW_OR_EQUALS;
                    case "==" -> Operator.EQUALS;
                    case "!=" -> Operator.NOT_EQUALS;
                    default -> null;
                });
    }

    private static Operator flipped(Operator operator) {
        return switch (operator) {
            case ABOVE -> Operator.BELOW;
            case ABOVE_OR_EQUALS -> Operator.BELOW_OR_EQUALS;
            case BELOW -> Operator.ABOVE;
            case BELOW_OR_EQUALS -> Operator.ABOVE_OR_EQUALS;
            default -> operator;
        };
    }
}
