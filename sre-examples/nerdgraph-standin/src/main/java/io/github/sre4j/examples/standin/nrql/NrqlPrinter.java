package io.github.sre4j.examples.standin.nrql;

import io.github.sre4j.examples.standin.nrql.Query.TimeSeries;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a query back as NRQL that parses to the same tree; every compound value stands in parentheses. */
public final class NrqlPrinter {
    private NrqlPrinter() {}

    public static String print(Query query) {
        StringBuilder out = new StringBuilder("SELECT ")
                .append(query.select().stream().map(NrqlPrinter::item).collect(Collectors.joining(", ")));
        clause(out, " FROM ", query.from().isEmpty() ? null : names(query.from()));
        clause(out, " WHERE ", query.where() == null ? null : print(query.where()));
        clause(out, " FACET ", query.facet() == null ? null : facet(query.facet()));
        clause(out, " TIMESERIES ", query.timeSeries() == null ? null : timeSeries(query.timeSeries()));
        clause(out, " LIMIT ", query.limit() == null ? null : String.valueOf(query.limit()));
        clause(out, " SINCE ", query.since() == null ? null : print(query.since()));
        clause(out, " UNTIL ", query.until() == null ? null : print(query.until()));
        clause(out, " COMPARE WITH ", query.compareWith() == null ? null : print(query.compareWith()));
        if (!query.orderBy().isEmpty()) {
            out.append(query.orderBy().stream()
                    .map(order -> print(order.by()) + (order.descending() ? " DESC" : " ASC"))
                    .collect(Collectors.joining(", ", " ORDER BY ", "")));
        }
        clause(out, " WITH TIMEZONE ", query.timezone() == null ? null : string(query.timezone()));
        return out.append(query.extrapolate() ? " EXTRAPOLATE" : "").toString();
    }

    private static String names(List<String> names) {
        return names.stream().map(NrqlPrinter::name).collect(Collectors.joining(", "));
    }

    private static void clause(StringBuilder out, String word, @Nullable String text) {
        if (text != null) {
            out.append(word).append(text);
        }
    }

    private static String item(SelectItem item) {
        return print(item.value()) + (item.alias() == null ? "" : " AS " + string(item.alias()));
    }

    private static String facet(Facet facet) {
        if (facet instanceof Facet.By by) {
            return by.items().stream().map(NrqlPrinter::item).collect(Collectors.joining(", "));
        }
        Facet.Cases cases = (Facet.Cases) facet;
        return cases.cases().stream()
                        .map(c ->
                                "WHERE " + print(c.condition()) + (c.label() == null ? "" : " AS " + string(c.label())))
                        .collect(Collectors.joining(", ", "CASES(", ")"))
                + (cases.otherwise() == null ? "" : " OR " + print(cases.otherwise()));
    }

    private static String timeSeries(TimeSeries series) {
        if (series instanceof TimeSeries.Every every) {
            return number(every.amount()) + " " + unit(every.unit());
        }
        return series instanceof TimeSeries.Max ? "MAX" : "AUTO";
    }

    /** A moment as NRQL. */
    public static String print(TimePoint point) {
        if (point instanceof TimePoint.Epoch epoch) {
            return String.valueOf(epoch.millis());
        } else if (point instanceof TimePoint.Ago ago) {
            return number(ago.amount()) + " " + unit(ago.unit()) + " ago";
        } else if (point instanceof TimePoint.Day day) {
            return day.name() + (day.at() == null ? "" : " AT " + string(day.at()));
        } else if (point instanceof TimePoint.Period period) {
            return (period.last() ? "last " : "this ") + unit(period.unit());
        } else if (point instanceof TimePoint.Text text) {
            return string(text.value());
        }
        return "now";
    }

    private static String unit(TimeUnit unit) {
        return unit.name().toLowerCase(Locale.ROOT);
    }

    /** A condition as NRQL. */
    public static String print(Cond condition) {
        if (condition instanceof Cond.And and) {
            return and.all().stream().map(NrqlPrinter::nested).collect(Collectors.joining(" AND "));
        } else if (condition instanceof Cond.Or or) {
            return or.any().stream().map(NrqlPrinter::nested).collect(Collectors.joining(" OR "));
        } else if (condition instanceof Cond.Not not) {
            return "NOT " + nested(not.of());
        } else if (condition instanceof Cond.Compare c) {
            return print(c.left()) + " " + c.operator().symbol() + " " + print(c.right());
        } else if (condition instanceof Cond.In in) {
            return in.values().stream()
                    .map(NrqlPrinter::print)
                    .collect(Collectors.joining(", ", print(in.of()) + not(in.negated()) + " IN (", ")"));
        } else if (condition instanceof Cond.Like like) {
            return print(like.of()) + not(like.negated()) + " LIKE " + string(like.pattern());
        } else if (condition instanceof Cond.Rlike rlike) {
            return print(rlike.of()) + not(rlike.negated()) + " RLIKE " + string(rlike.regex());
        } else if (condition instanceof Cond.IsNull is) {
            return print(is.of()) + " IS" + not(is.negated()) + " NULL";
        }
        Cond.IsTruth is = (Cond.IsTruth) condition;
        return print(is.of()) + " IS" + not(is.negated()) + (is.truth() ? " TRUE" : " FALSE");
    }

    private static String nested(Cond condition) {
        return condition instanceof Cond.And || condition instanceof Cond.Or
                ? "(" + print(condition) + ")"
                : print(condition);
    }

    private static String not(boolean negated) {
        return negated ? " NOT" : "";
    }

    /** A value as NRQL; also the default name of a column that has no better one. */
    public static String print(Expr value) {
        if (value instanceof Expr.Num num) {
            return number(num.value());
        } else if (value instanceof Expr.Str str) {
            return string(str.value());
        } else if (value instanceof Expr.Bool bool) {
            return bool.value() ? "true" : "false";
        } else if (value instanceof Expr.Attr attr) {
            return name(attr.name());
        } else if (value instanceof Expr.Star) {
            return "*";
        } else if (value instanceof Expr.Neg neg) {
            return "-(" + print(neg.of()) + ")";
        } else if (value instanceof Expr.Arith arith) {
            return "(" + print(arith.left()) + " " + arith.operator() + " " + print(arith.right()) + ")";
        } else if (value instanceof Expr.Pick pick) {
            return print(pick.of()) + "[" + string(pick.key()) + "]";
        } else if (value instanceof Expr.Where where) {
            return "WHERE " + print(where.condition());
        } else if (value instanceof Expr.Test test) {
            return print(test.condition());
        } else if (value instanceof Expr.Span span) {
            return number(span.amount()) + " " + unit(span.unit());
        }
        Expr.Call call = (Expr.Call) value;
        return Stream.concat(
                        call.arguments().stream().map(NrqlPrinter::print),
                        call.named().entrySet().stream().map(e -> e.getKey() + ": " + print(e.getValue())))
                .collect(Collectors.joining(", ", call.function() + "(", ")"));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static String string(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    private static String name(String name) {
        return "`" + name + "`";
    }
}
