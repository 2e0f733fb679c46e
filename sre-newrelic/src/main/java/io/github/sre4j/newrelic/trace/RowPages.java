package io.github.sre4j.newrelic.trace;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * All rows of one type and request, also where New Relic gives only the first {@link Nrql#LIMIT_MAX}: the time in which the rows lie is cut
 * into slices that fit, and a slice that still does not fit is cut again. Rows within one millisecond cannot be told apart, so what
 * is more than the limit there stays out, and that is said.
 */
final class RowPages {

    /** As many queries as {@link NrqlQueries} takes at once. */
    private static final int AT_ONCE = 8;

    /** A slice may be busier than the average and should still fit. */
    private static final double FILL = 0.6;

    /** Beyond this nobody reads a story, and memory is finite. */
    static final int MOST_ROWS = 200_000;

    private final NrqlQueries queries;
    private final String type;
    private final Condition condition;
    private final List<Row> rows = new ArrayList<>();
    private boolean cut;

    private RowPages(NrqlQueries queries, String type, Condition condition) {
        this.queries = queries;
        this.type = type;
        this.condition = condition;
    }

    /** All rows of the window, or as many as can be had. */
    static RowPages read(NrqlQueries queries, String type, Condition condition, Window window)
            throws NerdGraphException {
        RowPages pages = new RowPages(queries, type, condition);
        pages.read(window);
        return pages;
    }

    List<Row> rows() {
        return rows;
    }

    /** Whether there is more than the rows. */
    boolean cut() {
        return cut;
    }

    private void read(Window window) throws NerdGraphException {
        Attribute timestamp = new Attribute("timestamp");
        List<Row> extent = queries.ask(List.of(Nrql.from(type)
                        .where(condition)
                        .select("n", Aggregate.count())
                        .select("first", Aggregate.min(timestamp))
                        .select("last", Aggregate.max(timestamp))
                        .between(window.from(), window.to())))
                .get(0);
        if (extent.isEmpty() || extent.get(0).count("n") == 0) {
            return;
        }
        long count = extent.get(0).count("n");
        long from = Math.max(extent.get(0).count("first"), window.from().toEpochMilli());
        long to = Math.min(extent.get(0).count("last") + 1, window.to().toEpochMilli());
        Deque<long[]> slices = slices(from, to, (long) Math.ceil(count / (FILL * Nrql.LIMIT_MAX)));
        while (!slices.isEmpty()) {
            if (rows.size() >= MOST_ROWS) {
                cut = true;
                return;
            }
            List<long[]> asked = new ArrayList<>();
            while (asked.size() < AT_ONCE && !slices.isEmpty()) {
                asked.add(slices.poll());
            }
            List<List<Row>> answers =
                    queries.ask(asked.stream().map(this::query).toList());
            for (int i = asked.size() - 1; i >= 0; i--) {
                take(asked.get(i), answers.get(i), slices);
            }
        }
    }

    private void take(long[] slice, List<Row> given, Deque<long[]> slices) {
        boolean full = given.size() >= Nrql.LIMIT_MAX;
        if (full && slice[1] - slice[0] > 1) {
            slices.addAll(slices(slice[0], slice[1], AT_ONCE));
            return;
        }
        cut |= full;
        rows.addAll(given);
    }

    private static Deque<long[]> slices(long from, long to, long wanted) {
        long number = Math.max(1, Math.min(wanted, to - from));
        Deque<long[]> slices = new ArrayDeque<>();
        for (long i = 0; i < number; i++) {
            slices.add(new long[] {from + (to - from) * i / number, from + (to - from) * (i + 1) / number});
        }
        return slices;
    }

    private Nrql query(long[] slice) {
        return Nrql.from(type)
                .rows(Nrql.LIMIT_MAX)
                .where(condition)
                .between(Instant.ofEpochMilli(slice[0]), Instant.ofEpochMilli(slice[1]));
    }
}
