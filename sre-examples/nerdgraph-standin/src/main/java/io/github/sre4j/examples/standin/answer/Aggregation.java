package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.Query;
import io.github.sre4j.examples.standin.nrql.SelectItem;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A query with aggregates, compiled once, run for as many windows as it takes. Not safe for threads; one a query. */
final class Aggregation {
    private static final int DEFAULT_FACETS = 10;
    private static final Set<String> ORDERING = Set.of("count", "min", "max", "average", "percentile");

    private final EventStore store;
    private final Query query;
    private final Source source;
    private final ConditionSql conditions;
    private final Grouping grouping;
    private final List<Measure> measures = new ArrayList<>();
    private final Measure events = Measure.of(new Sql("count(*)", List.of()), 0L);
    private final Measure rank;
    private final Measure present;

    /** A group: its key, its events, what it is ranked by, and its selected values. */
    record Group(List<@Nullable Object> key, int bucket, long events, double rank, List<@Nullable Object> values) {}

    Aggregation(EventStore store, Query query) {
        this.store = store;
        this.query = query;
        this.source = new Source(store, query.from());
        ValueSql values = new ValueSql(source);
        this.conditions = new ConditionSql(values);
        this.grouping = new Grouping(query.facet(), values, conditions);
        Measures compiler = new Measures(source, values, conditions);
        query.select().forEach(item -> measures.add(compiler.of(item.value(), null)));
        Expr first = query.select().get(0).value();
        boolean ordered = !query.orderBy().isEmpty();
        Expr by = ordered ? query.orderBy().get(0).by() : first;
        this.rank = ordered || orders(by) ? compiler.of(by, null) : events;
        this.present = first instanceof Expr.Call call
                        && !call.arguments().isEmpty()
                        && call.arguments().get(0) instanceof Expr.Attr attr
                        && !source.isMetric(attr.name())
                ? Measure.of(
                        Sql.of(
                                "count(*) FILTER (WHERE #)",
                                source.attribute(attr.name()).isPresent()),
                        0L)
                : events;
    }

    private static boolean orders(Expr first) {
        return first instanceof Expr.Call call && ORDERING.contains(call.function());
    }

    Grouping grouping() {
        return grouping;
    }

    /** The groups that LIMIT lets through, best first; the only group there is without FACET. */
    List<Group> groups(Window window) {
        List<Group> groups = new ArrayList<>(select(window, null, !grouping.isEmpty()));
        if (grouping.isEmpty()) {
            return groups;
        }
        boolean ascending =
                !query.orderBy().isEmpty() && !query.orderBy().get(0).descending();
        Comparator<Group> byRank = Comparator.comparingDouble(Group::rank);
        groups.sort((ascending ? byRank : byRank.reversed())
                .thenComparing(Comparator.comparingLong(Group::events).reversed())
                .thenComparing(group -> group.key().toString()));
        int limit = query.limit() == null ? DEFAULT_FACETS : query.limit();
        return groups.size() > limit ? List.copyOf(groups.subList(0, limit)) : groups;
    }

    /** Groups by key and bucket. */
    Map<List<@Nullable Object>, Map<Integer, Group>> series(Window window, Buckets buckets) {
        Map<List<@Nullable Object>, Map<Integer, Group>> series = new HashMap<>();
        for (Group group : select(window, buckets, !grouping.isEmpty())) {
            series.computeIfAbsent(group.key(), key -> new HashMap<>()).put(group.bucket(), group);
        }
        return series;
    }

    /** The selected values over all events, whatever their facet. */
    Group total(Window window) {
        return select(window, null, false).get(0);
    }

    /** The selected values over the events of no group given. */
    Group others(Window window, List<Group> groups) {
        List<Sql> keys =
                groups.stream().map(group -> grouping.matches(group.key())).toList();
        return select(window, null, false, Sql.of("(NOT #)", Sql.any(keys))).get(0);
    }

    List<@Nullable Object> onNothing(long millis) {
        List<@Nullable Object> values = new ArrayList<>();
        measures.forEach(measure -> values.add(measure.onNothing(millis)));
        return values;
    }

    Map<String, @Nullable Object> row(List<@Nullable Object> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        List<SelectItem> items = query.select();
        for (int i = 0; i < items.size(); i++) {
            Row.put(row, Row.key(items.get(i)), values.get(i));
        }
        return row;
    }

    private List<Group> select(Window window, @Nullable Buckets buckets, boolean grouped) {
        return select(window, buckets, grouped, Sql.TRUE);
    }

    private List<Group> select(Window window, @Nullable Buckets buckets, boolean grouped, Sql which) {
        List<String> keys = new ArrayList<>(grouped ? grouping.aliases() : List.of());
        List<Sql> computed = new ArrayList<>(List.of(new Sql("*", List.of())));
        computed.addAll(grouping.columns());
        if (buckets != null) {
            keys.add("bucket");
            computed.add(Sql.of("# AS bucket", buckets.index()));
        }
        List<Measure> all = new ArrayList<>(List.of(events, present, rank));
        all.addAll(measures);
        List<Sql> selected = new ArrayList<>();
        keys.forEach(key -> selected.add(new Sql(key, List.of())));
        all.forEach(measure -> measure.columns().forEach(column -> selected.add(column.aggregate())));
        Sql where = query.where() == null ? Sql.TRUE : conditions.of(query.where());
        double begin = buckets == null ? window.begin() : buckets.begin();
        Sql events = Sql.of(
                "SELECT # FROM (#) WHERE ts >= # AND ts < # AND #",
                Sql.join(", ", computed),
                source.relation(),
                begin,
                (double) window.end(),
                where);
        Sql sql = Sql.of(
                "SELECT # FROM (#) WHERE # AND #",
                Sql.join(", ", selected),
                events,
                grouped ? grouping.present() : Sql.TRUE,
                which);
        if (!keys.isEmpty()) {
            sql = Sql.of("# GROUP BY " + String.join(", ", keys), sql);
        }
        double millis = buckets == null ? window.millis() : buckets.step();
        List<Group> groups = new ArrayList<>();
        for (List<Object> cells : run(store, sql)) {
            Group group = group(cells, grouped, buckets != null, all, millis);
            if (group != null) {
                groups.add(group);
            }
        }
        return groups;
    }

    private @Nullable Group group(
            List<Object> cells, boolean grouped, boolean series, List<Measure> all, double millis) {
        int at = grouped ? grouping.aliases().size() : 0;
        List<@Nullable Object> key = grouped ? grouping.key(cells.subList(0, at)) : List.of();
        int bucket = series ? ((Number) cells.get(at++)).intValue() : 0;
        List<@Nullable Object> values = new ArrayList<>();
        for (Measure measure : all) {
            int next = at + measure.columns().size();
            values.add(measure.finish().of(cells.subList(at, next), millis));
            at = next;
        }
        boolean counts = !(values.get(1) instanceof Long found) || found > 0;
        long size = values.get(0) instanceof Long events ? events : 0;
        return grouped && !counts
                ? null
                : new Group(key, bucket, size, rank(values.get(2)), values.subList(3, values.size()));
    }

    private static double rank(@Nullable Object value) {
        if (value instanceof Map<?, ?> percentiles && !percentiles.isEmpty()) {
            return rank(percentiles.values().iterator().next());
        }
        return value instanceof Number number ? number.doubleValue() : Double.NEGATIVE_INFINITY;
    }

    static List<List<Object>> run(EventStore store, Sql sql) {
        try {
            return store.select(sql.text(), sql.parameters());
        } catch (SQLException e) {
            throw new QueryRefusedException("The query cannot be answered: " + e.getMessage());
        }
    }
}
