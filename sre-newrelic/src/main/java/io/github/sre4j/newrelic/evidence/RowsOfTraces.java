package io.github.sre4j.newrelic.evidence;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.read.NewRelicRows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Reads all rows that belong to some traces, several traces a query. An answer that is full does not say whether there is more: its traces are then asked
 * about again in two halves, down to single ones. Not thread-safe.
 */
final class RowsOfTraces {

    /** As many spans as fit one answer, for most services. */
    private static final int TRACES_A_QUERY = 10;

    /** As many queries as New Relic takes in a request. */
    private static final int AT_ONCE = 10;

    /**
     * Rows to read.
     *
     * @param type their type
     * @param by the attribute that says what they belong to
     * @param among its values
     */
    private record Wanted(String type, Attribute by, List<String> among) {}

    private final Deque<Wanted> wanted = new ArrayDeque<>();
    private final int limit;

    RowsOfTraces() {
        this(Nrql.LIMIT_MAX);
    }

    /** With another limit of what an answer holds. */
    RowsOfTraces(int limit) {
        this.limit = limit;
    }

    /** Rows of a type whose attribute has one of the values, a few values a query. */
    RowsOfTraces spans(Attribute by, Collection<String> values) {
        List<String> all = List.copyOf(values);
        for (int i = 0; i < all.size(); i += TRACES_A_QUERY) {
            wanted.add(new Wanted("Span", by, all.subList(i, Math.min(all.size(), i + TRACES_A_QUERY))));
        }
        return this;
    }

    /** Rows of a type of which there are few, in one query. */
    RowsOfTraces all(String type, Attribute by, Collection<String> values) {
        if (!values.isEmpty()) {
            wanted.add(new Wanted(type, by, List.copyOf(values)));
        }
        return this;
    }

    /** Reads them. */
    void into(NewRelicRows rows, ServiceQueries asking, Window window) throws NerdGraphException {
        while (!wanted.isEmpty()) {
            List<Wanted> now = new ArrayList<>();
            while (!wanted.isEmpty() && now.size() < AT_ONCE) {
                now.add(wanted.remove());
            }
            List<List<Row>> answers = asking.ask(
                    now.stream()
                            .map(each -> Nrql.from(each.type())
                                    .where(Condition.in(each.by(), each.among()))
                                    .rows(limit))
                            .toList(),
                    window);
            for (int i = 0; i < now.size(); i++) {
                take(now.get(i), answers.get(i), rows);
            }
        }
    }

    private void take(Wanted asked, List<Row> answer, NewRelicRows rows) {
        boolean full = answer.size() >= limit;
        int size = asked.among().size();
        if (full && size > 1) {
            wanted.add(new Wanted(asked.type(), asked.by(), asked.among().subList(0, size / 2)));
            wanted.add(new Wanted(asked.type(), asked.by(), asked.among().subList(size / 2, size)));
            return;
        }
        if (full) {
            rows.note(new TraceNote(TraceNote.Kind.ROWS_CUT, limit, List.of(), 0));
        }
        answer.forEach(row -> rows.add(asked.type(), row.members()));
    }
}
