package io.github.sre4j.newrelic.export;

import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Events as they are. Each request asks for the rows of a slice and for their number: a slice whose number is larger than its rows is asked for
 * again in part, so it does not matter what the limit really is. The length of slices follows the traffic.
 */
final class EventPages implements Pages {

    /** A slice that is a little busier than the one before should still fit. */
    private static final double FILL = 0.75;

    private static final long QUICKER = 4;

    private final NrqlQueries queries;
    private final Nrql rows;
    private final Nrql count;
    private final Window window;
    private final int limit;
    private long width;

    EventPages(NrqlQueries queries, String type, Condition ofService, Window window, long expected, int limit) {
        this.queries = queries;
        this.rows = Nrql.from(type).where(ofService).rows(limit);
        this.count = Nrql.from(type).where(ofService).select("n", Aggregate.count());
        this.window = window;
        this.limit = limit;
        this.width = fitting(window.length().toMillis(), expected);
    }

    @Override
    public Page from(long millis) throws NerdGraphException {
        while (true) {
            long end = Math.min(millis + width, window.to().toEpochMilli());
            long length = end - millis;
            List<List<Row>> answers;
            try {
                answers = ask(Instant.ofEpochMilli(millis), Instant.ofEpochMilli(end));
            } catch (NerdGraphException e) {
                if (e.kind() != NerdGraphException.Kind.QUERY_TIMEOUT || length == 1) {
                    throw e;
                }
                width = Math.max(1, length / QUICKER);
                continue;
            }
            List<Row> given = answers.get(0);
            long counted =
                    answers.get(1).stream().mapToLong(row -> row.count("n")).sum();
            boolean whole = given.size() >= counted && (given.size() < limit || length == 1);
            if (whole || length == 1) {
                width = Math.min(Math.max(fitting(length, given.size()), Math.max(1, length / 2)), length * QUICKER);
                return new Page(
                        end,
                        sorted(given),
                        given.size(),
                        whole ? Optional.empty() : Optional.of(new Page.Missing(millis, counted, given.size())));
            }
            width = Math.max(1, Math.min(length / 2, fitting(length, counted)));
        }
    }

    private List<List<Row>> ask(Instant from, Instant to) throws NerdGraphException {
        return queries.ask(List.of(rows.between(from, to), count.between(from, to)));
    }

    /** How long a slice may be if that many events are in this length. */
    private long fitting(long length, long events) {
        return events == 0 ? length * QUICKER : Math.max(1, (long) (length * (FILL * limit / events)));
    }

    private static List<Map<String, @Nullable Object>> sorted(List<Row> rows) {
        return rows.stream()
                .map(Row::members)
                .sorted(Comparator.comparingLong(
                        row -> row.get("timestamp") instanceof Number time ? time.longValue() : 0))
                .toList();
    }
}
