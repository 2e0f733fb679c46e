package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.events.Metrics;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.Query;
import io.github.sre4j.examples.standin.nrql.SelectItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A query for events as they are, newest first unless ordered; what an event lacks is missing from its row. */
final class RawEvents {
    private static final int DEFAULT_ROWS = 100;

    private final EventStore store;
    private final Query query;
    private final Source source;
    private final ValueSql values;

    RawEvents(EventStore store, Query query) {
        this.store = store;
        this.query = query;
        this.source = new Source(store, query.from());
        this.values = new ValueSql(source);
    }

    private record Field(String name, int cells) {}

    List<Map<String, @Nullable Object>> rows(Window window) {
        List<Field> fields = new ArrayList<>();
        List<Sql> selected = new ArrayList<>();
        add(fields, selected, "timestamp", Typed.of(Kind.NUMBER, Source.TIME));
        for (SelectItem item : query.select()) {
            if (item.value() instanceof Expr.Star) {
                source.attributes().forEach(name -> add(fields, selected, name, source.attribute(name)));
            } else if (item.value() instanceof Expr.Attr attr && source.isMetric(attr.name())) {
                source.attributes().stream()
                        .filter(name -> name.startsWith(Metrics.FIELD) || name.equals("metricName"))
                        .forEach(name -> add(fields, selected, name, source.attribute(name)));
            } else {
                add(fields, selected, Row.key(item), values.of(item.value()));
            }
        }
        Sql where = query.where() == null ? Sql.TRUE : new ConditionSql(values).of(query.where());
        Sql order = order();
        Sql sql = Sql.of(
                "SELECT # FROM (#) WHERE ts >= # AND ts < # AND # ORDER BY # LIMIT "
                        + (query.limit() == null ? DEFAULT_ROWS : query.limit()),
                Sql.join(", ", selected),
                source.relation(),
                (double) window.begin(),
                (double) window.end(),
                where,
                order);
        return Aggregation.run(store, sql).stream()
                .map(cells -> row(fields, cells))
                .toList();
    }

    private Sql order() {
        List<Sql> order = new ArrayList<>();
        for (Query.Order by : query.orderBy()) {
            values.of(by.by())
                    .forms()
                    .values()
                    .forEach(
                            form -> order.add(Sql.of("# " + (by.descending() ? "DESC" : "ASC") + " NULLS LAST", form)));
        }
        order.add(new Sql("ts DESC", List.of()));
        return Sql.join(", ", order);
    }

    private static void add(List<Field> fields, List<Sql> selected, String name, Typed value) {
        fields.add(new Field(name, value.forms().size()));
        selected.addAll(value.forms().values());
    }

    private static Map<String, @Nullable Object> row(List<Field> fields, List<Object> cells) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Map<String, @Nullable Object> metric = new LinkedHashMap<>();
        int at = 0;
        for (Field field : fields) {
            for (Object cell : cells.subList(at, at + field.cells())) {
                if (cell != null && field.name().startsWith(Metrics.FIELD)) {
                    metric.put(field.name().substring(1), Numbers.plain(cell));
                } else if (cell != null) {
                    row.put(field.name(), Numbers.plain(cell));
                }
            }
            at += field.cells();
        }
        if (!metric.isEmpty() && row.get("metricName") instanceof String name) {
            row.put(name, metric);
        }
        return row;
    }

    static long count(EventStore store, Query query, Window window) {
        Source source = new Source(store, query.from());
        Sql where = query.where() == null ? Sql.TRUE : new ConditionSql(new ValueSql(source)).of(query.where());
        Sql sql = Sql.of(
                "SELECT count(*) FROM (#) WHERE ts >= # AND ts < # AND #",
                source.relation(),
                (double) window.begin(),
                (double) window.end(),
                where);
        return (Long) Aggregation.run(store, sql).get(0).get(0);
    }
}
