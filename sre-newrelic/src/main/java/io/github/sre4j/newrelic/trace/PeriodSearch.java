package io.github.sre4j.newrelic.trace;

import io.github.sre4j.newrelic.nerdgraph.AccessProbe;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.period.PeriodSelection;
import io.github.sre4j.trace.period.TimeRange;
import io.github.sre4j.trace.read.NewRelicRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds the requests of a period and of a reference in New Relic: spans, errors and the log lines with a trace id. Bounded: at most {@value
 * #MAX_REFERENCE_SPANS} spans of the reference, those nearest to its end. Thread-safe.
 */
final class PeriodSearch {

    private static final long MAX_REFERENCE_SPANS = 60_000;
    private static final long MIN_SPANS = 100;

    private static final Attribute TRACE = new Attribute("trace.id");
    private static final Attribute TRACE_ID = new Attribute("traceId");

    private final NerdGraph nerdGraph;
    private final OptionalLong account;

    /**
     * A search.
     *
     * @param nerdGraph access to New Relic
     * @param account the account; empty for the only one that the key can read, or the first one with spans
     */
    PeriodSearch(NerdGraph nerdGraph, OptionalLong account) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.account = Objects.requireNonNull(account, "account");
    }

    /**
     * Finds both.
     *
     * @param window the period
     * @param reference the reference, or null for the first of {@link TimeRange#references()} with traffic
     * @return the requests; empty lists if there are none
     * @throws NerdGraphException if New Relic cannot be queried
     */
    PeriodSelection find(TimeRange window, @Nullable TimeRange reference) throws NerdGraphException {
        List<Long> accounts =
                account.isPresent() ? List.of(account.getAsLong()) : List.copyOf(new AccessProbe(nerdGraph).accounts());
        for (long id : accounts) {
            NrqlQueries queries = new NrqlQueries(nerdGraph, id);
            List<TraceData> inside = traces(queries, window);
            if (!inside.isEmpty() || accounts.size() == 1) {
                TimeRange usual = bounded(queries, reference != null ? reference : withTraffic(queries, window));
                List<TraceData> all = new ArrayList<>(traces(queries, usual));
                all.addAll(inside);
                return PeriodSelection.of(all, window, usual);
            }
        }
        return PeriodSelection.of(List.of(), window);
    }

    private static TimeRange withTraffic(NrqlQueries queries, TimeRange window) throws NerdGraphException {
        List<TimeRange> candidates = window.references();
        for (TimeRange each : candidates) {
            if (spans(queries, each) >= MIN_SPANS) {
                return each;
            }
        }
        return candidates.get(0);
    }

    /** The end of a range that holds no more spans than can be compared in reasonable time. */
    private static TimeRange bounded(NrqlQueries queries, TimeRange range) throws NerdGraphException {
        long spans = spans(queries, range);
        if (spans <= MAX_REFERENCE_SPANS) {
            return range;
        }
        Duration whole = Duration.between(range.from(), range.until());
        Duration part = Duration.ofMillis(Math.max(1, whole.toMillis() * MAX_REFERENCE_SPANS / spans));
        return new TimeRange(range.until().minus(part), range.until());
    }

    private static long spans(NrqlQueries queries, TimeRange range) throws NerdGraphException {
        return queries
                .ask(List.of(Nrql.from("Span")
                        .where(hasTrace())
                        .select("n", Aggregate.count())
                        .between(range.from(), range.until())))
                .get(0)
                .stream()
                .mapToLong(row -> row.count("n"))
                .sum();
    }

    private static List<TraceData> traces(NrqlQueries queries, TimeRange range) throws NerdGraphException {
        NewRelicRows rows = new NewRelicRows();
        Window window = new Window(range.from(), range.until());
        for (String type : List.of("Span", "TransactionError", "Log")) {
            RowPages.read(queries, type, hasTrace(), window).rows().forEach(row -> rows.add(type, row.members()));
        }
        return rows.traces();
    }

    private static Condition hasTrace() {
        return Condition.isNotNull(TRACE).or(Condition.isNotNull(TRACE_ID));
    }
}
