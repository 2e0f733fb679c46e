package io.github.sre4j.examples.standin.answer;

import io.github.sre4j.examples.standin.events.EventStore;
import io.github.sre4j.examples.standin.events.Kind;
import io.github.sre4j.examples.standin.events.Metrics;
import io.github.sre4j.examples.standin.nrql.Expr;
import io.github.sre4j.examples.standin.nrql.NrqlParser;
import io.github.sre4j.examples.standin.nrql.Query;
import io.github.sre4j.examples.standin.nrql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Answers NRQL over an event store. Safe for threads. */
public final class NrqlEngine {
    private final EventStore store;
    private final Clock clock;

    /**
     * An engine over a store.
     *
     * @param clock what {@code now} and {@code 1 hour ago} mean
     */
    public NrqlEngine(EventStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Whether a query is one at all, without answering it.
     *
     * @throws io.github.sre4j.examples.standin.nrql.NrqlSyntaxException if it is none
     */
    public void check(String nrql) {
        if (NrqlParser.parse(nrql) instanceof Query query) {
            new Applications(store).check(query);
        }
    }

    /**
     * Answers one query.
     *
     * @throws io.github.sre4j.examples.standin.nrql.NrqlSyntaxException for what is no NRQL
     * @throws QueryRefusedException for what cannot be answered
     */
    public Answer answer(String nrql) {
        Statement statement = NrqlParser.parse(nrql);
        if (!(statement instanceof Query query)) {
            List<Map<String, @Nullable Object>> types = new ArrayList<>();
            new TreeMap<>(store.tables()).keySet().forEach(type -> types.add(row("eventType", type)));
            long now = clock.millis();
            return new Answer(
                    types,
                    null,
                    null,
                    () -> null,
                    () -> null,
                    List.of(),
                    null,
                    List.of(),
                    new Window(now - 3_600_000, now),
                    null,
                    null,
                    null,
                    0);
        }
        new Applications(store).check(query);
        Window asked = new Clauses(clock, query.timezone()).window(query);
        boolean metrics = query.from().contains(Metrics.EVENT_TYPE);
        Window window = metrics && query.timeSeries() == null ? asked.wholeMinutes() : asked;
        if (query.select().stream()
                .anyMatch(item -> item.value() instanceof Expr.Call call
                        && call.function().equals("keyset"))) {
            return simple(query, window, keyset(query));
        }
        if (query.select().stream().allMatch(item -> item.value() instanceof Expr.Num) && query.facet() == null) {
            return simple(
                    query,
                    window,
                    List.of(row(
                            "constant",
                            Numbers.plain(((Expr.Num) query.select().get(0).value()).value()))));
        }
        if (query.select().stream().noneMatch(item -> Measures.isAggregate(item.value()))) {
            if (query.facet() != null || query.timeSeries() != null) {
                throw new QueryRefusedException("FACET and TIMESERIES are not supported on events");
            }
            return simple(query, window, new RawEvents(store, query).rows(window));
        }
        return new Aggregated(store, query, window).answer();
    }

    private Answer simple(Query query, Window window, List<Map<String, @Nullable Object>> rows) {
        return new Answer(
                rows,
                null,
                null,
                () -> null,
                () -> null,
                query.from(),
                null,
                List.of(),
                window,
                Aggregated.text(query.since()),
                Aggregated.text(query.until()),
                null,
                RawEvents.count(store, query, window));
    }

    private List<Map<String, @Nullable Object>> keyset(Query query) {
        Map<String, Kind> kinds = new TreeMap<>();
        store.tables().forEach((type, table) -> {
            if (query.from().contains(type)) {
                table.attributes().forEach((name, columns) -> {
                    if (!name.startsWith(Metrics.FIELD)) {
                        kinds.put(name, columns.keySet().iterator().next());
                    }
                });
            }
        });
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        kinds.forEach((name, kind) -> {
            Map<String, @Nullable Object> row = row("key", name);
            row.put("type", kind.keysetName());
            rows.add(row);
        });
        return rows;
    }

    private static Map<String, @Nullable Object> row(String key, @Nullable Object value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put(key, value);
        return row;
    }
}
