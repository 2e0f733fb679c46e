package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.NrqlPrinter;
import io.github.sre4j.examples.standin.nrql.SelectItem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How rows name and nest their values. */
final class Row {
    private static final Map<String, String> SPELLED =
            Map.of("uniquecount", "uniqueCount", "cdfpercentage", "cdfPercentage");

    private Row() {}

    /** The key of a selected value: its alias, else {@code function.attribute}, {@code function}, or the text of the calculation. */
    static String key(SelectItem item) {
        return item.alias() == null ? key(item.value()) : item.alias();
    }

    private static String key(Expr value) {
        if (value instanceof Expr.Attr attr) {
            return attr.name();
        } else if (value instanceof Expr.Num) {
            return "constant";
        } else if (value instanceof Expr.Pick pick) {
            return pick.of() instanceof Expr.Call call ? spelled(call) + "[" + pick.key() + "]" : key(pick.of());
        }
        return value instanceof Expr.Call call ? key(call) : NrqlPrinter.print(value);
    }

    private static String key(Expr.Call call) {
        Expr first =
                call.arguments().isEmpty() ? new Expr.Star() : call.arguments().get(0);
        return switch (call.function()) {
            case "filter" -> key(first);
            case "rate" -> "rate." + key(first);
            case "percentage" -> "percentage";
            default -> first instanceof Expr.Attr attr ? spelled(call) + "." + attr.name() : spelled(call);
        };
    }

    private static String spelled(Expr.Call call) {
        return SPELLED.getOrDefault(call.function(), call.function());
    }

    static void put(Map<String, @Nullable Object> row, String key, @Nullable Object value) {
        if (value instanceof Histogram histogram) {
            row.put("bucketSize", histogram.bucketSize());
            row.put("minValue", histogram.min());
            row.put("maxValue", histogram.max());
            row.put(key, histogram.counts());
        } else if (value instanceof Apdex apdex) {
            row.put(key, apdex.score());
            row.put("score", apdex.score());
            row.put("s", apdex.satisfied());
            row.put("t", apdex.tolerated());
            row.put("f", apdex.frustrated());
            row.put("count", apdex.count());
        } else {
            row.put(key, value);
        }
    }

    /** One facet is a value with a copy under its name; several are an array without copies. */
    static void putFacets(Map<String, @Nullable Object> row, List<String> names, List<@Nullable Object> values) {
        if (values.size() == 1) {
            row.put("facet", values.get(0));
            row.put(names.get(0), values.get(0));
        } else if (!values.isEmpty()) {
            row.put("facet", values);
        }
    }
}
