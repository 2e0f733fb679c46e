package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.Expr.Attr;
import io.github.sre4j.examples.standin.nrql.Expr.Call;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The aggregate functions, each as SQL plus the step that makes the answer of it. */
final class Aggregates {
    private static final int UNIQUES_DEFAULT = 1_000;
    private static final int UNIQUES_MOST = 10_000;
    private static final int HISTOGRAM_MOST = 500;

    private final Source source;
    private final ValueSql values;
    private final ConditionSql conditions;
    private final Measures measures;

    Aggregates(Source source, ValueSql values, ConditionSql conditions, Measures measures) {
        this.source = source;
        this.values = values;
        this.conditions = conditions;
        this.measures = measures;
    }

    Measure of(Call call, @Nullable Sql filter) {
        return switch (call.function()) {
            case "count" -> count(call, filter);
            case "sum" -> number(call, "fsum(#)", "total", filter).then(x -> x == null ? 0.0 : x);
            case "average" -> average(call, filter);
            case "min" -> number(call, "min(#)", "min", filter).then(Numbers::plain);
            case "max" -> number(call, "max(#)", "max", filter).then(Numbers::plain);
            case "stddev" -> number(call, "stddev_pop(#)", null, filter);
            case "latest" -> byTime(call, "arg_max(#, ts)", "max(ts)", filter);
            case "earliest" -> byTime(call, "arg_min(#, ts)", "-min(ts)", filter);
            case "uniquecount" -> uniqueCount(call, filter);
            case "uniques" -> uniques(call, filter);
            case "percentile" -> percentiles(call, points(call, 95), filter);
            case "median" -> percentiles(call, List.of(50.0), filter);
            case "cdfpercentage" -> cdf(call, filter);
            case "rate" -> rate(call, filter);
            case "percentage" -> percentage(call, filter);
            case "filter" -> filter(call, filter);
            case "histogram" -> histogram(call, filter);
            default -> apdex(call, filter);
        };
    }

    private static Sql filtered(Sql aggregate, @Nullable Sql filter, Sql present) {
        Sql condition = filter == null ? present : Sql.all(List.of(filter, present));
        return condition.equals(Sql.TRUE) ? aggregate : Sql.of("# FILTER (WHERE #)", aggregate, condition);
    }

    private @Nullable String metric(Expr argument) {
        return argument instanceof Attr attr && source.isMetric(attr.name()) ? attr.name() : null;
    }

    private static Expr argument(Call call) {
        if (call.arguments().isEmpty()) {
            throw new QueryRefusedException(call.function() + "() takes an attribute.");
        }
        return call.arguments().get(0);
    }

    private Measure count(Call call, @Nullable Sql filter) {
        Expr of = call.arguments().isEmpty() ? new Expr.Star() : argument(call);
        String metric = metric(of);
        if (metric != null) {
            return wholeSum(source.field(metric, "count"), filter);
        } else if (of instanceof Expr.Star && source.hasMetricEvents()) {
            Sql own = source.attribute(io.github.sre4j.examples.standin.events.Metrics.FIELD + "count")
                    .as(Kind.NUMBER);
            return wholeSum(Sql.of("coalesce(#, 1)", own), filter);
        } else if (of instanceof Expr.Star) {
            return Measure.of(filtered(new Sql("count(*)", List.of()), filter, Sql.TRUE), 0L);
        }
        return Measure.of(
                filtered(new Sql("count(*)", List.of()), filter, values.of(of).isPresent()), 0L);
    }

    private static Measure wholeSum(Sql value, @Nullable Sql filter) {
        Sql sum = filtered(Sql.of("fsum(#)", value), filter, Sql.of("# IS NOT NULL", value));
        return Measure.of(sum, null).then(x -> x instanceof Number n ? Math.round(n.doubleValue()) : 0L);
    }

    private Measure number(Call call, String aggregate, @Nullable String field, @Nullable Sql filter) {
        Expr of = argument(call);
        String metric = metric(of);
        if (metric != null && field == null) {
            return Measure.constant(null);
        }
        Sql value = metric == null || field == null ? values.number(of) : source.field(metric, field);
        return Measure.of(filtered(Sql.of(aggregate, value), filter, Sql.of("# IS NOT NULL", value)), null);
    }

    private Measure average(Call call, @Nullable Sql filter) {
        String metric = metric(argument(call));
        if (metric == null) {
            return number(call, "favg(#)", "total", filter);
        }
        Measure total = number(call, "fsum(#)", "total", filter);
        return Measure.combine(total, wholeSum(source.field(metric, "count"), filter), (a, b) -> b == 0 ? null : a / b);
    }

    private Measure byTime(Call call, String pick, String when, @Nullable Sql filter) {
        List<Measure.Column> columns = new ArrayList<>();
        for (Sql form : values.of(argument(call)).forms().values()) {
            Sql present = Sql.of("# IS NOT NULL", form);
            columns.add(new Measure.Column(filtered(Sql.of(pick, form), filter, present), null));
            columns.add(new Measure.Column(filtered(new Sql(when, List.of()), filter, present), null));
        }
        return new Measure(columns, (cells, millis) -> {
            Object best = null;
            double bestTime = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < cells.size(); i += 2) {
                if (cells.get(i + 1) instanceof Number time && time.doubleValue() > bestTime) {
                    bestTime = time.doubleValue();
                    best = cells.get(i);
                }
            }
            return Numbers.plain(best);
        });
    }

    private Measure uniqueCount(Call call, @Nullable Sql filter) {
        Measure sum = Measure.constant(0L);
        for (Sql form : values.of(argument(call)).forms().values()) {
            Measure one = Measure.of(filtered(Sql.of("count(DISTINCT #)", form), filter, Sql.TRUE), 0L);
            sum = Measure.combine(sum, one, Double::sum);
        }
        return sum.then(x -> x instanceof Number n ? n.longValue() : 0L);
    }

    private Measure uniques(Call call, @Nullable Sql filter) {
        int most = call.arguments().size() > 1 ? (int) literal(call, 1) : UNIQUES_DEFAULT;
        int limit = Math.min(most, UNIQUES_MOST);
        List<Measure.Column> columns = new ArrayList<>();
        for (Sql form : values.of(argument(call)).forms().values()) {
            Sql aggregate = filtered(Sql.of("list(DISTINCT #)", form), filter, Sql.of("# IS NOT NULL", form));
            columns.add(new Measure.Column(Sql.of("list_sort(#)", aggregate), null));
        }
        return new Measure(columns, (cells, millis) -> {
            List<@Nullable Object> all = new ArrayList<>();
            for (Object cell : cells) {
                if (cell instanceof List<?> list) {
                    list.forEach(value -> all.add(Numbers.plain(value)));
                }
            }
            return all.size() > limit ? List.copyOf(all.subList(0, limit)) : all;
        });
    }

    private static List<Double> points(Call call, double fallback) {
        List<Double> points = new ArrayList<>();
        for (int i = 1; i < call.arguments().size(); i++) {
            points.add(literal(call, i));
        }
        return points.isEmpty() ? List.of(fallback) : points;
    }

    private Measure percentiles(Call call, List<Double> points, @Nullable Sql filter) {
        // Summaries of metrics have no percentile; filtered percentiles of nothing come back as zero, unfiltered ones
        // as null.
        Sql value = metric(argument(call)) == null
                ? values.number(argument(call))
                : new Sql("CAST(NULL AS DOUBLE)", List.of());
        Sql counts = filtered(Sql.of("histogram(#)", LogBuckets.key(value)), filter, Sql.of("# IS NOT NULL", value));
        Double onNothing = filter == null ? null : 0.0;
        return Measure.of(counts, null).then(cell -> {
            Map<String, @Nullable Double> answer = new LinkedHashMap<>();
            for (double point : points) {
                Double found = LogBuckets.percentile(buckets(cell), point);
                answer.put(Numbers.key(point), found == null ? onNothing : found);
            }
            return answer;
        });
    }

    @SuppressWarnings("unchecked") // the engine's histogram, made plain where rows are read
    private static Map<Long, Long> buckets(@Nullable Object cell) {
        return cell instanceof Map<?, ?> map ? (Map<Long, Long>) map : Map.of();
    }

    private Measure cdf(Call call, @Nullable Sql filter) {
        Sql value = values.number(argument(call));
        Sql present = Sql.of("# IS NOT NULL", value);
        List<Measure.Column> columns = new ArrayList<>();
        List<Double> points = points(call, 0);
        columns.add(new Measure.Column(filtered(new Sql("count(*)", List.of()), filter, present), 0L));
        for (double point : points) {
            Sql within = Sql.of("coalesce(# <= #, FALSE)", value, point);
            columns.add(new Measure.Column(filtered(new Sql("count(*)", List.of()), filter, within), 0L));
        }
        return new Measure(columns, (cells, millis) -> {
            double all = ((Number) cells.get(0)).doubleValue();
            Map<String, @Nullable Double> answer = new LinkedHashMap<>();
            for (int i = 0; i < points.size(); i++) {
                double within = ((Number) cells.get(i + 1)).doubleValue();
                answer.put(Numbers.key(points.get(i)), all == 0 ? null : within / all * 100);
            }
            return answer;
        });
    }

    private Measure rate(Call call, @Nullable Sql filter) {
        ValueSql.arity(call, 2, 2);
        if (!(call.arguments().get(1) instanceof Expr.Span span)) {
            throw new QueryRefusedException("rate() takes an aggregate and a duration such as 1 minute.");
        }
        Measure inner = measures.of(call.arguments().get(0), filter);
        return new Measure(
                inner.columns(),
                (cells, millis) -> inner.finish().of(cells, millis) instanceof Number n
                        ? n.doubleValue() * span.millis() / millis
                        : null);
    }

    private Sql condition(Call call) {
        ValueSql.arity(call, 2, 2);
        if (!(call.arguments().get(1) instanceof Expr.Where where)) {
            throw new QueryRefusedException(call.function() + "() takes an aggregate and a WHERE.");
        }
        return conditions.of(where.condition());
    }

    private Measure percentage(Call call, @Nullable Sql filter) {
        Sql condition = condition(call);
        Expr of = argument(call);
        Sql narrowed = filter == null ? condition : Sql.all(List.of(filter, condition));
        return Measure.combine(
                measures.of(of, narrowed), measures.of(of, filter), (a, b) -> b == 0 ? null : a / b * 100);
    }

    private Measure filter(Call call, @Nullable Sql filter) {
        Sql condition = condition(call);
        return measures.of(argument(call), filter == null ? condition : Sql.all(List.of(filter, condition)));
    }

    private Measure histogram(Call call, @Nullable Sql filter) {
        double width = option(call, "width", 1, 10);
        int buckets = (int) option(call, "buckets", 2, 40);
        double start = option(call, "start", 3, 0);
        if (buckets < 1 || buckets > HISTOGRAM_MOST || !(width > 0)) {
            throw new QueryRefusedException(
                    "histogram() takes a width above 0 and 1 to " + HISTOGRAM_MOST + " buckets.");
        }
        double size = width / buckets;
        Sql value = values.number(argument(call));
        Sql index = Sql.of("CAST(least(greatest(floor((# - #) / #), 0), #) AS BIGINT)", value, start, size, (double)
                (buckets - 1));
        Sql counts = filtered(Sql.of("histogram(#)", index), filter, Sql.of("# IS NOT NULL", value));
        return Measure.of(counts, null).then(cell -> {
            Map<Long, Long> found = buckets(cell);
            List<Long> all = new ArrayList<>();
            for (long i = 0; i < buckets; i++) {
                all.add(found.getOrDefault(i, 0L));
            }
            return new Histogram(size, start, start + width, all);
        });
    }

    private Measure apdex(Call call, @Nullable Sql filter) {
        double t = option(call, "t", 1, 0.5);
        Sql value = values.number(argument(call));
        List<Measure.Column> columns = new ArrayList<>();
        for (Sql zone : List.of(
                Sql.of("coalesce(# <= #, FALSE)", value, t),
                Sql.of("coalesce(# > # AND # <= #, FALSE)", value, t, value, 4 * t),
                Sql.of("coalesce(# > #, FALSE)", value, 4 * t))) {
            columns.add(new Measure.Column(filtered(new Sql("count(*)", List.of()), filter, zone), 0L));
        }
        return new Measure(columns, (cells, millis) -> new Apdex(whole(cells, 0), whole(cells, 1), whole(cells, 2)));
    }

    private static long whole(List<Object> cells, int at) {
        return ((Number) cells.get(at)).longValue();
    }

    private static double option(Call call, String name, int at, double fallback) {
        Expr named = call.named().get(name);
        if (named == null) {
            return call.arguments().size() > at ? literal(call, at) : fallback;
        }
        if (named instanceof Expr.Num num) {
            return num.value();
        }
        throw new QueryRefusedException(call.function() + "() takes a number as " + name + ".");
    }

    private static double literal(Call call, int at) {
        if (call.arguments().get(at) instanceof Expr.Num num) {
            return num.value();
        }
        throw new QueryRefusedException(call.function() + "() takes a number as argument " + (at + 1) + ".");
    }
}
