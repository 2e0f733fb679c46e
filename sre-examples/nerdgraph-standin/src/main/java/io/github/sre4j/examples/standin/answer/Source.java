package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.events.EventTable;
import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.events.Metrics;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The event types of FROM as one relation of the attributes that a query touches. Not safe for threads; one a query. */
final class Source {
    static final Sql TIME = new Sql("ts", List.of());

    private final List<EventTable> tables;
    private final Set<String> metrics;
    private final boolean metricEvents;
    private final Map<Column, String> used = new LinkedHashMap<>();

    private record Column(String attribute, Kind kind) {}

    Source(EventStore store, List<String> eventTypes) {
        Map<String, EventTable> all = store.tables();
        this.tables = eventTypes.stream().map(all::get).filter(Objects::nonNull).toList();
        this.metricEvents = eventTypes.contains(Metrics.EVENT_TYPE);
        this.metrics = metricEvents ? store.metricNames() : Set.of();
    }

    boolean hasMetricEvents() {
        return metricEvents;
    }

    /** Whether a name stands for a metric rather than for an attribute. */
    boolean isMetric(String name) {
        return metricEvents && (metrics.contains(name) || Metrics.isTimeslice(name));
    }

    Set<String> attributes() {
        Set<String> names = new TreeSet<>();
        tables.forEach(table -> names.addAll(table.attributes().keySet()));
        return names;
    }

    /** The attribute as each kind that some event has it in. */
    Typed attribute(String name) {
        Map<Kind, Sql> forms = new EnumMap<>(Kind.class);
        for (EventTable table : tables) {
            table.columns(name).forEach((kind, column) -> forms.put(kind, new Sql(alias(name, kind), List.of())));
        }
        return new Typed(forms);
    }

    /** A number of a metric, null in rows of other metrics. */
    Sql field(String metric, String field) {
        return Sql.of(
                "CASE WHEN # = CAST(# AS VARCHAR) THEN # END",
                attribute("metricName").as(Kind.TEXT),
                metric,
                attribute(Metrics.FIELD + field).as(Kind.NUMBER));
    }

    private String alias(String name, Kind kind) {
        return used.computeIfAbsent(new Column(name, kind), column -> "a" + used.size());
    }

    /** Everything asked for so far, as a relation with the time of an event as {@code ts}. */
    Sql relation() {
        List<Sql> parts = new ArrayList<>();
        for (EventTable table : tables) {
            StringBuilder text = new StringBuilder("SELECT ")
                    .append(Objects.requireNonNull(table.columns("timestamp").get(Kind.NUMBER)))
                    .append(" AS ts");
            used.forEach((column, alias) -> {
                String physical = table.columns(column.attribute()).get(column.kind());
                text.append(", ")
                        .append(physical == null ? nothing(column.kind()) : physical)
                        .append(" AS ")
                        .append(alias);
            });
            parts.add(new Sql(text.append(" FROM ").append(table.sqlName()).toString(), List.of()));
        }
        if (parts.isEmpty()) {
            StringBuilder text = new StringBuilder("SELECT CAST(NULL AS DOUBLE) AS ts");
            used.forEach((column, alias) -> text.append(", ")
                    .append(nothing(column.kind()))
                    .append(" AS ")
                    .append(alias));
            parts.add(new Sql(text.append(" FROM nothing").toString(), List.of()));
        }
        return Sql.join(" UNION ALL ", parts);
    }

    private static String nothing(Kind kind) {
        return "CAST(NULL AS " + kind.sqlType() + ")";
    }
}
