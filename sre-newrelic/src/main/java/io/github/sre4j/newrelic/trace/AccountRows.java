package io.github.sre4j.newrelic.trace;

import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphException;
import io.github.sre4j.newrelic.nerdgraph.NrqlQueries;
import io.github.sre4j.newrelic.nerdgraph.Row;
import io.github.sre4j.newrelic.nrql.Aggregate;
import io.github.sre4j.newrelic.nrql.Attribute;
import io.github.sre4j.newrelic.nrql.Condition;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.sli.Window;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks one account for the rows of a request. Thread-safe. */
final class AccountRows {

    static final List<String> TYPES = List.of("Span", "Transaction", "TransactionError", "Log");

    private static final Attribute TRACE = new Attribute("traceId");
    private static final Attribute TRACE_DOTTED = new Attribute("trace.id");

    private final NrqlQueries queries;

    AccountRows(NerdGraph nerdGraph, long account) {
        this.queries = new NrqlQueries(nerdGraph, account);
    }

    /**
     * Rows by type.
     *
     * @param rows in no order
     * @param cut types of which there is more
     */
    record Found(Map<String, List<Row>> rows, List<String> cut) {

        boolean isEmpty() {
            return rows.values().stream().allMatch(List::isEmpty);
        }
    }

    Found ofTrace(String traceId, Window window) throws NerdGraphException {
        Condition condition = Condition.equal(TRACE, traceId).or(Condition.equal(TRACE_DOTTED, traceId));
        Map<String, Condition> conditions = new LinkedHashMap<>();
        TYPES.forEach(type -> conditions.put(type, condition));
        return ask(conditions, window);
    }

    /** Most transactions do not say their trace, and spans say their transaction: so these are found by guid. */
    Found ofTransactions(Collection<String> guids, Window window) throws NerdGraphException {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        conditions.put("Transaction", Condition.in(new Attribute("guid"), guids));
        conditions.put("TransactionError", transactionGuid(guids));
        return ask(conditions, window);
    }

    Found ofTransaction(String guid, Window window) throws NerdGraphException {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        conditions.put("Span", Condition.equal(new Attribute("transactionId"), guid));
        conditions.put("Transaction", Condition.equal(new Attribute("guid"), guid));
        conditions.put("TransactionError", transactionGuid(List.of(guid)));
        return ask(conditions, window);
    }

    private static Condition transactionGuid(Collection<String> guids) {
        return Condition.in(new Attribute("nr.transactionGuid"), guids).or(Condition.in(new Attribute("guid"), guids));
    }

    /** Whether there is any log line that says its trace from one of these services. */
    boolean logsOf(Collection<String> services, Window window) throws NerdGraphException {
        Condition ofService = Condition.in(new Attribute("entity.name"), services)
                .or(Condition.in(new Attribute("service.name"), services));
        Condition ofTrace = Condition.isNotNull(TRACE_DOTTED);
        List<Row> counted = queries.ask(List.of(Nrql.from("Log")
                        .where(ofService)
                        .where(ofTrace)
                        .select("n", Aggregate.count())
                        .between(window.from(), window.to())))
                .get(0);
        return counted.stream().anyMatch(row -> row.count("n") > 0);
    }

    private Found ask(Map<String, Condition> conditions, Window window) throws NerdGraphException {
        List<String> types = List.copyOf(conditions.keySet());
        List<Nrql> asked = new ArrayList<>();
        conditions.forEach((type, condition) ->
                asked.add(Nrql.from(type).rows(Nrql.LIMIT_MAX).where(condition).between(window.from(), window.to())));
        List<List<Row>> answers = queries.ask(asked);
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            String type = types.get(i);
            if (answers.get(i).size() < Nrql.LIMIT_MAX) {
                rows.put(type, answers.get(i));
                continue;
            }
            RowPages pages =
                    RowPages.read(queries, type, conditions.getOrDefault(type, Condition.isNull(TRACE)), window);
            rows.put(type, pages.rows());
            if (pages.cut()) {
                cut.add(type);
            }
        }
        return new Found(rows, cut);
    }
}
