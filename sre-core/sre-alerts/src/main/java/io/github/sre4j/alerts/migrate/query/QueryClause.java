package io.github.sre4j.alerts.migrate.query;

import io.github.sre4j.text.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clause of a query. Scoring is left out: a monitor counts documents. */
public sealed interface QueryClause {

    /**
     * Combination.
     *
     * @param must clauses that must match, those of {@code filter} included
     * @param should alternatives
     * @param mustNot clauses that must not match
     * @param minimumShouldMatch number or share of alternatives as written, or null
     */
    record Bool(
            List<QueryClause> must,
            List<QueryClause> should,
            List<QueryClause> mustNot,
            @Nullable String minimumShouldMatch)
            implements QueryClause {
        /** Copies the lists. */
        public Bool {
            must = List.copyOf(must);
            should = List.copyOf(should);
            mustNot = List.copyOf(mustNot);
        }
    }

    /** Every document. */
    record MatchAll() implements QueryClause {}

    /**
     * Exact term of the index.
     *
     * @param field field
     * @param value term
     * @param ignoreCase whether case is ignored
     */
    record Term(String field, Scalar value, boolean ignoreCase) implements QueryClause {}

    /**
     * One of several terms.
     *
     * @param field field
     * @param values terms
     */
    record Terms(String field, List<Scalar> values) implements QueryClause {
        /** Copies the list. */
        public Terms {
            values = List.copyOf(values);
        }
    }

    /**
     * Analyzed text.
     *
     * @param field field
     * @param value text as written
     * @param kind way in which its words are combined
     */
    record Match(String field, Scalar value, MatchKind kind) implements QueryClause {}

    /** Ways in which the words of a text are combined. */
    enum MatchKind {
        /** Any word. */
        ANY_WORD,
        /** All words, in any order. */
        ALL_WORDS,
        /** All words, in this order. */
        PHRASE,
        /** All words in this order, the last one as a prefix. */
        PHRASE_PREFIX,
        /** Unquoted word of a query string. */
        WORD
    }

    /**
     * Beginning of a term.
     *
     * @param field field
     * @param value beginning
     * @param ignoreCase whether case is ignored
     */
    record Prefix(String field, String value, boolean ignoreCase) implements QueryClause {}

    /**
     * Pattern with {@code *} and {@code ?}, which a backslash escapes.
     *
     * @param field field
     * @param pattern pattern
     * @param ignoreCase whether case is ignored
     */
    record Wildcard(String field, String pattern, boolean ignoreCase) implements QueryClause {}

    /**
     * Regular expression of Lucene.
     *
     * @param field field
     * @param regex expression
     * @param ignoreCase whether case is ignored
     */
    record Regexp(String field, String regex, boolean ignoreCase) implements QueryClause {}

    /**
     * Interval.
     *
     * @param field field
     * @param bounds one or two bounds
     */
    record Range(String field, List<Bound> bounds) implements QueryClause {
        /** Copies the list. */
        public Range {
            bounds = List.copyOf(bounds);
        }
    }

    /**
     * End of an interval.
     *
     * @param operator {@code >}, {@code >=}, {@code <} or {@code <=}
     * @param value value, or date math
     */
    record Bound(String operator, Scalar value) {}

    /**
     * Presence of a field.
     *
     * @param field field
     */
    record Exists(String field) implements QueryClause {}

    /**
     * Query string, parsed.
     *
     * @param source text as written
     * @param parsed its clauses
     */
    record Parsed(String source, QueryClause parsed) implements QueryClause {}

    /**
     * Clause without translation.
     *
     * @param text clause as written
     * @param reason reason, and what to do
     */
    record Unsupported(String text, Message reason) implements QueryClause {}

    /** Returns a combination in which all must match; a single clause stays itself. */
    static QueryClause all(List<QueryClause> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : new Bool(clauses, List.of(), List.of(), null);
    }

    /** Returns a combination in which one must match; a single clause stays itself. */
    static QueryClause any(List<QueryClause> clauses) {
        return clauses.size() == 1 ? clauses.get(0) : new Bool(List.of(), clauses, List.of(), "1");
    }
}
