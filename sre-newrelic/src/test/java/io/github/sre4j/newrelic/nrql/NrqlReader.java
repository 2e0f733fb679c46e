package io.github.sre4j.newrelic.nrql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A reader of queries that knows nothing of how they are written here: a lexer by New Relic's documented rules (a backslash takes the next
 * character, single quotes hold text, back-ticks hold names) and a recursive descent over the clauses.
 */
final class NrqlReader {

    /** A token: its kind is {@code t} for text, {@code n} for a name, {@code w} for anything else. */
    private record Token(char kind, String text) {}

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    final Map<String, String> items = new LinkedHashMap<>();
    String from = "";
    String where = "";
    String facet = "";
    final Map<String, String> rest = new LinkedHashMap<>();

    NrqlReader(String nrql) {
        lex(nrql);
        expect("SELECT");
        do {
            StringBuilder item = new StringBuilder();
            int depth = 0;
            while (depth > 0 || !peek().equals(new Token('w', "AS"))) {
                Token token = take();
                depth += token.equals(new Token('w', "(")) ? 1 : token.equals(new Token('w', ")")) ? -1 : 0;
                item.append(token.kind() == 't' ? "'" + token.text() + "'" : token.text())
                        .append(' ');
            }
            expect("AS");
            items.put(take().text(), item.toString().strip());
        } while (skip(","));
        expect("FROM");
        from = take().text();
        if (skip("WHERE")) {
            where = or();
        }
        if (skip("FACET")) {
            facet = take().text();
        }
        while (next < tokens.size()) {
            rest.put(take().text(), take().text());
        }
    }

    private String or() {
        String left = and();
        while (skip("OR")) {
            left = "or(" + left + "," + and() + ")";
        }
        return left;
    }

    private String and() {
        String left = primary();
        while (skip("AND")) {
            left = "and(" + left + "," + primary() + ")";
        }
        return left;
    }

    private String primary() {
        if (skip("(")) {
            String inside = or();
            expect(")");
            return inside;
        }
        String attribute = take().text();
        if (skip("IS")) {
            boolean not = skip("NOT");
            return "is" + (not ? "Not" : "") + take().text() + "(" + shown(attribute) + ")";
        }
        if (skip("IN")) {
            expect("(");
            StringBuilder all = new StringBuilder("in(" + shown(attribute));
            do {
                all.append(',').append(shown(text()));
            } while (skip(","));
            expect(")");
            return all.append(')').toString();
        }
        String operator = take().text();
        return operator + "(" + shown(attribute) + "," + (operator.equals("=") ? shown(text()) : take().text()) + ")";
    }

    private String text() {
        Token token = take();
        if (token.kind() != 't') {
            throw new IllegalStateException("a text is due, not " + token);
        }
        return token.text();
    }

    /** Length first, so that no text can look like another structure. */
    static String shown(String text) {
        return text.length() + ":" + text;
    }

    private Token peek() {
        return tokens.get(next);
    }

    private Token take() {
        return tokens.get(next++);
    }

    private boolean skip(String word) {
        boolean here =
                next < tokens.size() && peek().kind() == 'w' && peek().text().equals(word);
        next += here ? 1 : 0;
        return here;
    }

    private void expect(String word) {
        if (!skip(word)) {
            throw new IllegalStateException(word + " is due at " + tokens.subList(next, tokens.size()));
        }
    }

    private void lex(String nrql) {
        int i = 0;
        while (i < nrql.length()) {
            char c = nrql.charAt(i);
            if (c == ' ') {
                i++;
            } else if (c == '\'' || c == '`') {
                StringBuilder text = new StringBuilder();
                for (i++; nrql.charAt(i) != c; i++) {
                    if (c == '\'' && nrql.charAt(i) == '\\') {
                        i++;
                    }
                    text.append(nrql.charAt(i));
                }
                i++;
                tokens.add(new Token(c == '\'' ? 't' : 'n', text.toString()));
            } else if (isOfWord(c)) {
                int begin = i;
                while (i < nrql.length() && isOfWord(nrql.charAt(i))) {
                    i++;
                }
                tokens.add(new Token('w', nrql.substring(begin, i)));
            } else {
                tokens.add(new Token('w', String.valueOf(c)));
                i++;
            }
        }
    }

    private static boolean isOfWord(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-';
    }
}
