package io.github.sre4j.alerts.migrate.trigger;

import io.github.sre4j.alerts.migrate.monitor.MonitorInput.DocumentQuery;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.query.QueryStringClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Condition of a document-level trigger, such as {@code query[name=denied] || query[tag=audit]}, as one query. Not thread-safe. */
public final class DocumentTrigger {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(query\\[(name|tag|id)\\s*=\\s*([^\\]]+)\\]|&&|\\|\\||[!()])");

    private final List<DocumentQuery> queries;
    private final List<String[]> tokens = new ArrayList<>();
    private int position;

    private DocumentTrigger(List<DocumentQuery> queries) {
        this.queries = queries;
    }

    /**
     * Returns the query of the documents that trigger; empty if the condition is outside the grammar or names an unknown query.
     *
     * @param condition condition; an empty one triggers on every query
     * @param queries queries of the monitor
     */
    public static Optional<QueryClause> of(String condition, List<DocumentQuery> queries) {
        DocumentTrigger trigger = new DocumentTrigger(queries);
        String text = condition
                .strip()
                .replaceAll("^return\\s+|;$", "")
                .replaceAll("params\\['([^'\\]]*)'\\]", "query[name=$1]");
        if (text.isEmpty() || text.equals("true")) {
            return queries.isEmpty() ? Optional.empty() : Optional.of(clauses(queries));
        }
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!matcher.find(end) || matcher.start() != end) {
                return Optional.empty();
            }
            trigger.tokens.add(
                    matcher.group(2) == null
                            ? new String[] {matcher.group(1)}
                            : new String[] {
                                "query", matcher.group(2), matcher.group(3).strip()
                            });
            end = matcher.end();
        }
        Optional<QueryClause> clause = trigger.or();
        if (trigger.position < trigger.tokens.size()) {
            return Optional.empty();
        }
        // A document reaches the trigger only if a query matched it; a condition of negations alone does not say so
        // itself.
        return clause.map(found -> condition.contains("!") ? QueryClause.all(List.of(clauses(queries), found)) : found);
    }

    private static QueryClause clauses(List<DocumentQuery> queries) {
        return QueryClause.any(queries.stream()
                .map(query -> QueryStringClause.parse(query.query()))
                .toList());
    }

    private Optional<QueryClause> or() {
        List<QueryClause> parts = new ArrayList<>();
        do {
            Optional<QueryClause> part = and();
            if (part.isEmpty()) {
                return part;
            }
            parts.add(part.get());
        } while (accept("||"));
        return Optional.of(QueryClause.any(parts));
    }

    private Optional<QueryClause> and() {
        List<QueryClause> parts = new ArrayList<>();
        do {
            Optional<QueryClause> part = unary();
            if (part.isEmpty()) {
                return part;
            }
            parts.add(part.get());
        } while (accept("&&"));
        return Optional.of(QueryClause.all(parts));
    }

    private Optional<QueryClause> unary() {
        if (accept("!")) {
            return unary().map(of -> new QueryClause.Bool(List.of(), List.of(), List.of(of), null));
        }
        if (accept("(")) {
            Optional<QueryClause> inner = or();
            return accept(")") ? inner : Optional.empty();
        }
        if (position >= tokens.size() || tokens.get(position).length < 3) {
            return Optional.empty();
        }
        String[] token = tokens.get(position++);
        List<DocumentQuery> named = queries.stream()
                .filter(query -> switch (token[1]) {
                    case "name" -> query.name().equals(token[2]);
                    case "id" -> query.id().equals(token[2]);
                    default -> query.tags().contains(token[2]);
                })
                .toList();
        return named.isEmpty() ? Optional.empty() : Optional.of(clauses(named));
    }

    private boolean accept(String symbol) {
        boolean found = position < tokens.size() && tokens.get(position)[0].equals(symbol);
        if (found) {
            position++;
        }
        return found;
    }
}
