package io.github.sre4j.alerts.migrate.query;

import io.github.sre4j.alerts.migrate.query.QueryClause.Bool;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bound;
import io.github.sre4j.alerts.migrate.query.QueryClause.MatchKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Parser of Lucene's classic query syntax. AND binds no stronger than OR there: AND marks both of its neighbours as required, and an unmarked clause beside a
 * required one does not restrict. Not thread-safe.
 */
final class QueryStringParser {

    private static final int MAX_DEPTH = 40;

    private enum Occur {
        SHOULD,
        MUST,
        MUST_NOT
    }

    private record Part(Occur occur, QueryClause clause) {}

    private final QueryStringLexer in;
    private final List<String> defaults;
    private final boolean and;
    private int depth;

    QueryStringParser(String text, List<String> defaults, boolean and) {
        this.in = new QueryStringLexer(text);
        this.defaults = List.copyOf(defaults);
        this.and = and;
    }

    QueryClause parse() throws QueryStringException {
        QueryClause clause = group(defaults);
        if (!in.isAtEnd()) {
            throw new QueryStringException("query-string.unbalanced", Integer.toString(in.position() + 1));
        }
        return clause;
    }

    private QueryClause group(List<String> fields) throws QueryStringException {
        if (++depth > MAX_DEPTH) {
            throw new QueryStringException("query-string.deep");
        }
        List<Part> parts = new ArrayList<>();
        boolean first = true;
        while (!in.isAtEnd() && !in.isNext(")")) {
            boolean joinedByAnd = false;
            boolean joinedByOr = false;
            if (!first) {
                joinedByAnd = in.acceptWord("AND") || in.accept("&&");
                joinedByOr = !joinedByAnd && (in.acceptWord("OR") || in.accept("||"));
            }
            Occur mark = mark();
            Part part = new Part(mark, clause(fields));
            join(parts, part, joinedByAnd, joinedByOr);
            first = false;
        }
        depth--;
        if (parts.isEmpty()) {
            throw new QueryStringException("query-string.empty");
        }
        return combine(parts);
    }

    private Occur mark() {
        Occur mark = Occur.SHOULD;
        while (true) {
            if (in.acceptWord("NOT") || in.accept("!") || in.accept("-")) {
                mark = Occur.MUST_NOT;
            } else if (in.accept("+")) {
                mark = Occur.MUST;
            } else {
                return mark;
            }
        }
    }

    /** Marks a clause and its neighbour as Lucene's parser does for each default operator. */
    private void join(List<Part> parts, Part part, boolean joinedByAnd, boolean joinedByOr) {
        int last = parts.size() - 1;
        if (joinedByAnd && last >= 0 && parts.get(last).occur() == Occur.SHOULD) {
            parts.set(last, new Part(Occur.MUST, parts.get(last).clause()));
        }
        if (and && joinedByOr && last >= 0 && parts.get(last).occur() == Occur.MUST) {
            parts.set(last, new Part(Occur.SHOULD, parts.get(last).clause()));
        }
        Occur occur = part.occur();
        if (occur == Occur.SHOULD && (joinedByAnd || (and && !joinedByOr))) {
            occur = Occur.MUST;
        }
        parts.add(new Part(occur, part.clause()));
    }

    private static QueryClause combine(List<Part> parts) {
        List<QueryClause> must = of(parts, Occur.MUST);
        List<QueryClause> should = of(parts, Occur.SHOULD);
        List<QueryClause> not = of(parts, Occur.MUST_NOT);
        if (parts.size() == 1 && not.isEmpty()) {
            return parts.get(0).clause();
        }
        return new Bool(must, should, not, null);
    }

    private static List<QueryClause> of(List<Part> parts, Occur occur) {
        return parts.stream()
                .filter(part -> part.occur() == occur)
                .map(Part::clause)
                .toList();
    }

    private QueryClause clause(List<String> fields) throws QueryStringException {
        List<String> own = fields;
        String field = in.field();
        if (field != null) {
            if (field.equals("_exists_")) {
                return new QueryClause.Exists(in.word());
            }
            own = List.of(field);
        }
        QueryClause clause;
        if (in.accept("(")) {
            clause = group(own);
            if (!in.accept(")")) {
                throw new QueryStringException("query-string.unbalanced", Integer.toString(in.position() + 1));
            }
        } else if (in.isNext("[") || in.isNext("{")) {
            clause = range(own);
        } else if (in.isNext("\"")) {
            clause = phrase(own, in.quoted());
        } else if (in.isNext("/")) {
            clause = regexp(own, in.regex());
        } else if (field != null && (in.isNext(">") || in.isNext("<"))) {
            clause = comparison(field);
        } else {
            clause = word(own);
        }
        if (in.accept("~")) {
            throw new QueryStringException("query-string.fuzzy");
        }
        if (in.accept("^")) {
            // A boost changes scores alone.
            in.word();
        }
        return clause;
    }

    private static QueryClause phrase(List<String> fields, String text) {
        return QueryClause.any(fields.stream()
                .<QueryClause>map(field -> new QueryClause.Match(field, new Scalar.Text(text), MatchKind.PHRASE))
                .toList());
    }

    private static QueryClause regexp(List<String> fields, String regex) {
        return QueryClause.any(fields.stream()
                .<QueryClause>map(field -> new QueryClause.Regexp(field, regex, false))
                .toList());
    }

    private QueryClause comparison(String field) throws QueryStringException {
        String operator = in.accept(">") ? ">" : "<";
        if (operator.equals("<")) {
            in.accept("<");
        }
        if (in.accept("=")) {
            operator += "=";
        }
        return new QueryClause.Range(field, List.of(new Bound(operator, Scalar.ofWord(in.word()))));
    }

    private QueryClause range(List<String> fields) throws QueryStringException {
        boolean includesLower = in.accept("[");
        if (!includesLower) {
            in.accept("{");
        }
        String lower = in.rangeEnd();
        if (!in.acceptWord("TO")) {
            throw new QueryStringException("query-string.range");
        }
        String upper = in.rangeEnd();
        boolean includesUpper = in.accept("]");
        if (!includesUpper && !in.accept("}")) {
            throw new QueryStringException("query-string.range");
        }
        List<Bound> bounds = new ArrayList<>();
        if (!lower.equals("*")) {
            bounds.add(new Bound(includesLower ? ">=" : ">", Scalar.ofWord(lower)));
        }
        if (!upper.equals("*")) {
            bounds.add(new Bound(includesUpper ? "<=" : "<", Scalar.ofWord(upper)));
        }
        return QueryClause.any(fields.stream()
                .<QueryClause>map(field ->
                        bounds.isEmpty() ? new QueryClause.Exists(field) : new QueryClause.Range(field, bounds))
                .toList());
    }

    private QueryClause word(List<String> fields) throws QueryStringException {
        String raw = in.rawWord();
        if (raw.isEmpty()) {
            throw new QueryStringException("query-string.unbalanced", Integer.toString(in.position() + 1));
        }
        String plain = QueryStringLexer.unescape(raw);
        if (raw.equals("*")) {
            return QueryClause.any(fields.stream()
                    .<QueryClause>map(
                            field -> field.equals("*") ? new QueryClause.MatchAll() : new QueryClause.Exists(field))
                    .toList());
        }
        if (QueryStringLexer.hasWildcard(raw)) {
            boolean prefix = raw.indexOf('*') == raw.length() - 1 && !raw.contains("?") && !raw.contains("\\");
            return QueryClause.any(fields.stream()
                    .<QueryClause>map(field -> prefix
                            ? new QueryClause.Prefix(field, raw.substring(0, raw.length() - 1), false)
                            : new QueryClause.Wildcard(field, raw, false))
                    .toList());
        }
        Scalar value = plain.equals("true") || plain.equals("false")
                ? new Scalar.Truth(plain.equals("true"))
                : Scalar.ofWord(plain);
        return QueryClause.any(fields.stream()
                .<QueryClause>map(field -> new QueryClause.Match(field, value, MatchKind.WORD))
                .toList());
    }
}
