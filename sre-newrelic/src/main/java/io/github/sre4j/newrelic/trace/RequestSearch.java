package io.github.sre4j.newrelic.trace;

import io.github.sre4j.newrelic.nerdgraph.AccessProbe;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceNote;
import io.github.sre4j.trace.read.NewRelicRows;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Asks New Relic for everything of one request: spans, transactions, their errors, log lines, in one account or all that the key may see. One
 * round trip an account. Thread-safe.
 */
public final class RequestSearch {

    private static final List<String> TYPES = List.of("Span", "Transaction", "TransactionError", "Log");

    private final NerdGraph nerdGraph;
    private final OptionalLong account;

    /**
     * A search.
     *
     * @param nerdGraph where to ask
     * @param account the account; empty for all the key's user sees
     */
    public RequestSearch(NerdGraph nerdGraph, OptionalLong account) {
        this.nerdGraph = Objects.requireNonNull(nerdGraph, "nerdGraph");
        this.account = Objects.requireNonNull(account, "account");
    }

    /**
     * Everything of a request within a window; what New Relic cut is noted.
     *
     * @throws NerdGraphException if New Relic cannot be asked
     */
    public TraceData find(RequestId request, Window window) throws NerdGraphException {
        NewRelicRows rows = new NewRelicRows();
        List<Long> accounts =
                account.isPresent() ? List.of(account.getAsLong()) : new AccessProbe(nerdGraph).accounts();
        RequestId wanted = request;
        for (long each : accounts) {
            ask(each, wanted, window, rows);
        }
        if (request.transaction()) {
            TraceData found = rows.transaction(request.id());
            if (found.spans().isEmpty()
                    && !found.transactions().isEmpty()
                    && found.transactions().get(0).traceId() != null) {
                wanted = new RequestId(found.transactions().get(0).traceId(), false);
                for (long each : accounts) {
                    ask(each, wanted, window, rows);
                }
            }
            return rows.transaction(request.id());
        }
        return rows.trace(request.id());
    }

    private void ask(long where, RequestId request, Window window, NewRelicRows rows) throws NerdGraphException {
        List<Nrql> queries =
                TYPES.stream().map(type -> query(type, request, window)).toList();
        List<List<Row>> answers = new NrqlQueries(nerdGraph, where).ask(queries);
        for (int i = 0; i < TYPES.size(); i++) {
            String type = TYPES.get(i);
            answers.get(i).forEach(row -> rows.add(type, row.members()));
            if (answers.get(i).size() >= Nrql.LIMIT_MAX) {
                rows.note(new TraceNote(TraceNote.Kind.ROWS_CUT, Nrql.LIMIT_MAX, List.of(type), 0));
            }
        }
    }

    private static Nrql query(String type, RequestId request, Window window) {
        Condition condition = request.transaction()
                ? any(request.id(), type.equals("Span") ? List.of("transactionId") : guids(type))
                : any(request.id(), List.of("traceId", "trace.id"));
        return Nrql.from(type).rows(Nrql.LIMIT_MAX).where(condition).between(window.from(), window.to());
    }

    private static List<String> guids(String type) {
        return switch (type) {
            case "Transaction" -> List.of("guid");
            case "TransactionError" -> List.of("transactionGuid", "guid");
            default -> List.of("span.id", "guid");
        };
    }

    private static Condition any(String value, List<String> attributes) {
        return attributes.stream()
                .map(attribute -> Condition.equal(new Attribute(attribute), value))
                .reduce(Condition::or)
                .orElseThrow();
    }
}
