package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.Expr.Attr;
import io.github.sre4j.examples.standin.nrql.Expr.Call;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Values of single events as SQL. Arithmetic with what is missing or no number yields null. */
final class ValueSql {
    private final Source source;

    ValueSql(Source source) {
        this.source = source;
    }

    Typed of(Expr value) {
        if (value instanceof Expr.Num num) {
            return Typed.of(Kind.NUMBER, Sql.of("CAST(# AS DOUBLE)", num.value()));
        } else if (value instanceof Expr.Str str) {
            return Typed.of(Kind.TEXT, Sql.of("CAST(# AS VARCHAR)", str.value()));
        } else if (value instanceof Expr.Bool bool) {
            return Typed.of(Kind.TRUTH, bool.value() ? Sql.TRUE : Sql.FALSE);
        } else if (value instanceof Attr attr) {
            return source.attribute(attr.name());
        } else if (value instanceof Expr.Neg neg) {
            return Typed.of(Kind.NUMBER, Sql.of("(-#)", number(neg.of())));
        } else if (value instanceof Expr.Arith arith) {
            return Typed.of(Kind.NUMBER, arithmetic(arith));
        } else if (value instanceof Expr.Pick pick && pick.of() instanceof Attr attr && source.isMetric(attr.name())) {
            return Typed.of(Kind.NUMBER, field(attr.name(), pick.key()));
        } else if (value instanceof Call call) {
            return call(call);
        }
        throw new QueryRefusedException("A single value is expected here, and this is none.");
    }

    Sql number(Expr value) {
        return of(value).as(Kind.NUMBER);
    }

    private Sql text(Expr value) {
        return of(value).as(Kind.TEXT);
    }

    private Sql field(String metric, String field) {
        return switch (field) {
            case "count", "total", "min", "max" -> source.field(metric, field);
            case "sum" -> source.field(metric, "total");
            case "exclusive", "totalExclusive" -> source.field(metric, "totalExclusive");
            case "sumOfSquares" -> source.field(metric, "sumOfSquares");
            default ->
                throw new QueryRefusedException("A metric has no field called " + field
                        + "; it has count, total, sum, min, max, exclusive, sumOfSquares.");
        };
    }

    private Sql arithmetic(Expr.Arith arith) {
        Sql left = number(arith.left());
        Sql right = number(arith.right());
        return switch (arith.operator()) {
            case '+' -> Sql.of("(# + #)", left, right);
            case '-' -> Sql.of("(# - #)", left, right);
            case '*' -> Sql.of("(# * #)", left, right);
            case '/' -> Sql.of("(# / nullif(#, 0))", left, right);
            default -> Sql.of("(# % nullif(#, 0))", left, right);
        };
    }

    private Typed call(Call call) {
        List<Expr> given = call.arguments();
        switch (call.function()) {
            case "if" -> {
                return choice(given);
            }
            case "getfield" -> {
                arity(call, 2, 2);
                if (given.get(0) instanceof Attr metric && given.get(1) instanceof Attr field) {
                    return Typed.of(Kind.NUMBER, field(metric.name(), field.name()));
                }
                throw new QueryRefusedException("getField() takes the name of a metric and the name of a field.");
            }
            case "concat" -> {
                List<Sql> parts = new ArrayList<>();
                given.forEach(argument -> parts.add(asText(argument)));
                return Typed.of(Kind.TEXT, Sql.of("concat(#)", Sql.join(", ", parts)));
            }
            case "lower", "upper" -> {
                arity(call, 1, 1);
                return Typed.of(
                        Kind.TEXT,
                        Sql.of(call.function().equals("lower") ? "lower(#)" : "upper(#)", text(given.get(0))));
            }
            case "length" -> {
                arity(call, 1, 1);
                return Typed.of(Kind.NUMBER, Sql.of("CAST(length(#) AS DOUBLE)", text(given.get(0))));
            }
            case "substring" -> {
                arity(call, 2, 3);
                Sql rest = Sql.of("substring(#, CAST(# AS BIGINT) + 1)", text(given.get(0)), number(given.get(1)));
                return Typed.of(
                        Kind.TEXT,
                        given.size() == 2
                                ? rest
                                : Sql.of("substring(#, 1, CAST(# AS BIGINT))", rest, number(given.get(2))));
            }
            case "numeric" -> {
                arity(call, 1, 1);
                Typed any = of(given.get(0));
                return Typed.of(
                        Kind.NUMBER,
                        Sql.of("coalesce(#, TRY_CAST(# AS DOUBLE))", any.as(Kind.NUMBER), any.as(Kind.TEXT)));
            }
            case "string" -> {
                arity(call, 1, 1);
                return Typed.of(Kind.TEXT, asText(given.get(0)));
            }
            default -> {
                return Typed.of(Kind.NUMBER, mathematics(call));
            }
        }
    }

    private Sql asText(Expr value) {
        Typed typed = of(value);
        return Sql.of(
                "coalesce(#, CASE WHEN # = floor(#) AND abs(#) < 1e15 THEN CAST(CAST(# AS BIGINT) AS VARCHAR)"
                        + " ELSE CAST(# AS VARCHAR) END, CAST(# AS VARCHAR))",
                typed.as(Kind.TEXT),
                typed.as(Kind.NUMBER),
                typed.as(Kind.NUMBER),
                typed.as(Kind.NUMBER),
                typed.as(Kind.NUMBER),
                typed.as(Kind.NUMBER),
                typed.as(Kind.TRUTH));
    }

    private Typed choice(List<Expr> given) {
        if (given.size() < 2 || given.size() > 3 || !(given.get(0) instanceof Expr.Test test)) {
            throw new QueryRefusedException("if() takes a condition, a value and, optionally, another value.");
        }
        Sql condition = new ConditionSql(this).of(test.condition());
        Typed yes = of(given.get(1));
        Typed no = given.size() == 3 ? of(given.get(2)) : Typed.MISSING;
        Map<Kind, Sql> forms = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            if (yes.forms().containsKey(kind) || no.forms().containsKey(kind)) {
                forms.put(kind, Sql.of("CASE WHEN # THEN # ELSE # END", condition, yes.as(kind), no.as(kind)));
            }
        }
        return new Typed(forms);
    }

    private Sql mathematics(Call call) {
        List<Expr> given = call.arguments();
        String function = call.function();
        switch (function) {
            case "round" -> {
                arity(call, 1, 2);
                return given.size() == 1
                        ? Sql.of("round(#)", number(given.get(0)))
                        : Sql.of("round(#, CAST(# AS INTEGER))", number(given.get(0)), number(given.get(1)));
            }
            case "abs", "floor", "ceil", "sqrt", "exp", "ln", "log10", "log2" -> {
                arity(call, 1, 1);
                return Sql.of(function + "(#)", number(given.get(0)));
            }
            case "pow" -> {
                arity(call, 2, 2);
                return Sql.of("pow(#, #)", number(given.get(0)), number(given.get(1)));
            }
            case "clamp_max", "clamp_min" -> {
                arity(call, 2, 2);
                Sql value = number(given.get(0));
                return Sql.of(
                        "CASE WHEN # IS NOT NULL THEN " + (function.equals("clamp_max") ? "least" : "greatest")
                                + "(#, #) END",
                        value,
                        value,
                        number(given.get(1)));
            }
            default -> {
                throw new QueryRefusedException("Unknown function " + function + "()");
            }
        }
    }

    static void arity(Call call, int least, int most) {
        int given = call.arguments().size();
        if (given < least || given > most) {
            throw new QueryRefusedException(call.function() + "() takes "
                    + (least == most ? least : least + " to " + most) + " arguments, not " + given + ".");
        }
    }
}
