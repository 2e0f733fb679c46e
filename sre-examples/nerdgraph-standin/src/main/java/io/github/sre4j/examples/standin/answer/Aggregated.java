package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.answer.Aggregation.Group;
import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.nrql.Query;
import io.github.sre4j.examples.standin.nrql.TimePoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer to a query with aggregates: rows by facet, by bucket, by both, for one window or two. */
final class Aggregated {
    private final EventStore store;
    private final Query query;
    private final Window window;
    private final Aggregation aggregation;
    private final List<String> facetNames;

    Aggregated(EventStore store, Query query, Window window) {
        this.store = store;
        this.query = query;
        this.window = window;
        this.aggregation = new Aggregation(store, query);
        this.facetNames = aggregation.grouping().names();
    }

    Answer answer() {
        Buckets buckets = query.timeSeries() == null ? null : Buckets.of(query.timeSeries(), window);
        List<Group> groups = aggregation.groups(window);
        List<Map<String, @Nullable Object>> current = rows(groups, window, buckets);
        List<Map<String, @Nullable Object>> previous = null;
        List<Map<String, @Nullable Object>> results = current;
        TimePoint.Ago ago = query.compareWith();
        if (ago != null) {
            long shift = Math.round(ago.amount() * ago.unit().millis());
            Window before = window.back(shift);
            previous = rows(same(groups, before), before, buckets == null ? null : buckets.back(shift));
            current.forEach(row -> row.put("comparison", "current"));
            previous.forEach(row -> row.put("comparison", "previous"));
            results = new ArrayList<>(current);
            results.addAll(previous);
        }
        boolean faceted = !aggregation.grouping().isEmpty();
        return new Answer(
                results,
                ago == null ? null : current,
                previous,
                () -> faceted ? total(buckets) : null,
                () -> faceted && buckets == null ? other(groups) : null,
                query.from(),
                faceted ? facetNames : null,
                List.of(),
                window,
                text(query.since()),
                text(query.until()),
                text(ago),
                faceted ? RawEvents.count(store, query, window) : groups.get(0).events());
    }

    /** The groups of the current window in the one before; the facets of a comparison come from the current one. */
    private List<Group> same(List<Group> groups, Window before) {
        Map<List<@Nullable Object>, Map<Integer, Group>> all =
                aggregation.series(before, new Buckets(before.begin(), before.millis(), 1));
        List<Group> same = new ArrayList<>();
        for (Group group : groups) {
            Group found = all.getOrDefault(group.key(), Map.of()).get(0);
            same.add(found == null ? new Group(group.key(), 0, 0, 0, aggregation.onNothing(before.millis())) : found);
        }
        return same;
    }

    private List<Map<String, @Nullable Object>> rows(List<Group> groups, Window of, @Nullable Buckets buckets) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        if (buckets == null) {
            groups.forEach(group -> rows.add(row(group.key(), group.values())));
            return rows;
        }
        Map<List<@Nullable Object>, Map<Integer, Group>> series = aggregation.series(of, buckets);
        for (Group group : groups) {
            Map<Integer, Group> found = series.getOrDefault(group.key(), Map.of());
            for (int i = 0; i < buckets.count(); i++) {
                Group here = found.get(i);
                Map<String, @Nullable Object> row =
                        row(group.key(), here == null ? aggregation.onNothing(buckets.step()) : here.values());
                row.put("beginTimeSeconds", Numbers.plain(buckets.beginSeconds(i)));
                row.put("endTimeSeconds", Numbers.plain(buckets.beginSeconds(i + 1)));
                rows.add(row);
            }
        }
        return rows;
    }

    private Map<String, @Nullable Object> row(List<@Nullable Object> key, List<@Nullable Object> values) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        Row.putFacets(row, facetNames, key);
        row.putAll(aggregation.row(values));
        return row;
    }

    private Object total(@Nullable Buckets buckets) {
        Aggregation unfaceted = new Aggregation(store, without(query));
        if (buckets == null) {
            return aggregation.row(unfaceted.total(window).values());
        }
        Map<Integer, Group> found = unfaceted.series(window, buckets).getOrDefault(List.of(), Map.of());
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < buckets.count(); i++) {
            Group here = found.get(i);
            Map<String, @Nullable Object> row =
                    aggregation.row(here == null ? aggregation.onNothing(buckets.step()) : here.values());
            row.put("beginTimeSeconds", Numbers.plain(buckets.beginSeconds(i)));
            row.put("endTimeSeconds", Numbers.plain(buckets.beginSeconds(i + 1)));
            rows.add(row);
        }
        return rows;
    }

    private Object other(List<Group> groups) {
        return aggregation.row(aggregation.others(window, groups).values());
    }

    private static Query without(Query query) {
        return new Query(
                query.select(),
                query.from(),
                query.where(),
                null,
                query.timeSeries(),
                null,
                query.since(),
                query.until(),
                null,
                List.of(),
                query.extrapolate(),
                query.timezone());
    }

    static @Nullable String text(@Nullable TimePoint point) {
        return point == null ? null : io.github.sre4j.examples.standin.nrql.NrqlPrinter.print(point);
    }
}
