package io.github.sre4j.source.internal.data;

import io.github.sre4j.source.internal.schema.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The conditions of a SQL statement as a database sees them: columns compared with values, with the table each belongs to.
 *
 * @param conditions comparisons with values; comparisons of two columns are not among them
 * @param conjunctive whether all conditions are joined by {@code and} and each of them was read; otherwise nothing can be concluded from them
 */
record StatementConditions(List<Condition> conditions, boolean conjunctive) {

    private static final Set<String> END = Set.of(
            "group", "order", "having", "limit", "union", "offset", "for", "returning", "fetch", "except", "intersect");
    private static final Set<String> JOINS = Set.of("inner", "left", "right", "full", "cross", "join", "outer");
    private static final Set<String> EQUAL = Set.of("=", "in");
    private static final Set<String> RANGE = Set.of("<", ">", "<=", ">=", "between");

    StatementConditions {
        conditions = List.copyOf(conditions);
    }

    /** Ways in which a condition compares. */
    enum Comparison {
        /** With one value, or a list of values. */
        EQUAL,
        /** With a range of values. */
        RANGE,
        /** In a way that a plain index on the column does not serve, or only in part: a pattern, a negation, a function of the column. */
        OTHER
    }

    /**
     * A comparison of a column with a value.
     *
     * @param table plain name of the table
     * @param column plain name of the column
     * @param expression the compared expression: the column, or {@code lower(column)}
     * @param comparison the way it compares
     */
    record Condition(String table, String column, String expression, Comparison comparison) {}

    /** Reads a statement of SQL; empty if it is none that filters. */
    static Optional<StatementConditions> of(String sql) {
        return SqlText.parse(sql)
                .filter(text ->
                        !text.operation().equals("insert") && !text.sources().isEmpty())
                .map(text -> new Reader(SqlText.words(sql), text.sources()).read());
    }

    /** Reads the words of one statement. Not thread-safe. */
    private static final class Reader {
        private final List<String> words;
        private final List<SqlText.Source> sources;
        private final List<Condition> conditions = new ArrayList<>();
        private boolean conjunctive = true;

        Reader(List<String> words, List<SqlText.Source> sources) {
            this.words = words;
            this.sources = sources;
        }

        StatementConditions read() {
            long selects =
                    words.stream().filter(word -> lower(word).equals("select")).count();
            boolean outer =
                    words.stream().anyMatch(word -> Set.of("union", "with").contains(lower(word)));
            conjunctive = selects <= 1 && !outer;
            boolean where = false;
            for (int i = 0; i < words.size() && conjunctive; i++) {
                String word = lower(words.get(i));
                if (word.equals("where")) {
                    where = true;
                } else if (where && (END.contains(word) || JOINS.contains(word))) {
                    where = false;
                } else if (where) {
                    i = condition(i);
                }
            }
            return new StatementConditions(conjunctive ? conditions : List.of(), conjunctive);
        }

        /** Reads what begins at a word and returns the position of its last word. */
        private int condition(int at) {
            String word = lower(words.get(at));
            if (word.equals("and") || word.equals("(") || word.equals(")") || word.equals(";")) {
                return at;
            }
            boolean function = isName(at) && is(at + 1, "(") && !EQUAL.contains(word);
            int subject = function ? at + 2 : at;
            if (word.equals("or") || word.equals("not") || word.equals("exists") || !isName(subject)) {
                return reversed(at);
            }
            int end = function ? closing(at + 1) : at;
            // Casts of PostgreSQL change the type of what is compared.
            while (is(end + 1, "::")) {
                function = true;
                end += 2;
            }
            return compare(at, subject, function, end + 1);
        }

        private int compare(int at, int subject, boolean function, int operator) {
            if (operator >= words.size()) {
                return unread(at);
            }
            String name = plain(words.get(subject));
            String expression = function ? lower(words.get(at)) + "(" + name + ")" : name;
            String sign = lower(words.get(operator));
            boolean negated = sign.equals("not") || sign.equals("<>") || sign.equals("!=") || sign.equals("is");
            boolean pattern = sign.equals("like") || sign.equals("ilike") || sign.equals("regexp");
            if (!negated && !pattern && !EQUAL.contains(sign) && !RANGE.contains(sign)) {
                return unread(at);
            }
            int end = valueEnd(operator, sign);
            if (end < 0) {
                return unread(at);
            }
            if (isColumn(operator + 1) && (EQUAL.contains(sign) || RANGE.contains(sign))) {
                // A join: both sides are columns.
                return end;
            }
            Comparison comparison = negated || pattern || function
                    ? Comparison.OTHER
                    : EQUAL.contains(sign) ? Comparison.EQUAL : Comparison.RANGE;
            add(subject, name, expression, comparison);
            return end;
        }

        /** {@code ? = column}. */
        private int reversed(int at) {
            if (!isName(at) && is(at + 1, "=") && isColumn(at + 2)) {
                add(at + 2, plain(words.get(at + 2)), plain(words.get(at + 2)), Comparison.EQUAL);
                return at + 2;
            }
            return unread(at);
        }

        private void add(int subject, String name, String expression, Comparison comparison) {
            Optional<String> table = table(words.get(subject));
            if (table.isPresent()) {
                conditions.add(new Condition(table.get(), name, expression, comparison));
            } else {
                conjunctive = false;
            }
        }

        private int unread(int at) {
            conjunctive = false;
            return at;
        }

        /** Returns the position of the last word of what follows an operator, or -1 if it is not a single value. */
        private int valueEnd(int operator, String sign) {
            int end = operator;
            switch (sign) {
                case "in" -> end = is(operator + 1, "(") ? closing(operator + 1) : operator + 2;
                case "is" -> {
                    end = operator + 1;
                    while (end < words.size()
                            && Set.of("not", "distinct", "from").contains(lower(words.get(end)))) {
                        end++;
                    }
                }
                case "not" -> {
                    boolean list = is(operator + 1, "in") && is(operator + 2, "(");
                    end = list ? closing(operator + 2) : value(operator + 2);
                }
                case "between" -> {
                    int low = value(operator + 1);
                    end = low > 0 && is(low + 1, "and") ? value(low + 2) : -1;
                }
                default -> end = value(operator + 1);
            }
            boolean ends = end > 0
                    && (end + 1 >= words.size()
                            || Set.of("and", ")", "or", "escape", ";").contains(lower(words.get(end + 1)))
                            || END.contains(lower(words.get(end + 1)))
                            || JOINS.contains(lower(words.get(end + 1))));
            return !ends ? -1 : is(end + 1, "escape") ? end + 2 : end;
        }

        private int value(int at) {
            if (at >= words.size()) {
                return -1;
            }
            // Placeholders: ?1, :name, $1, #{name}, and calls such as lower(?).
            int end = at;
            String word = words.get(at);
            if (Set.of("?", "$", ":").contains(word) && at + 1 < words.size() && isPlaceholderName(word, at + 1)) {
                end = at + 1;
            }
            while (end + 1 < words.size() && isNumberPart(end) && isNumberPart(end + 1)) {
                end++;
            }
            if (is(end + 1, "(")) {
                end = closing(end + 1);
            }
            while (is(end + 1, "::")) {
                end += 2;
            }
            return end;
        }

        private boolean isPlaceholderName(String sign, int at) {
            char first = words.get(at).charAt(0);
            return Character.isDigit(first) || (!sign.equals("?") && Character.isLetter(first));
        }

        private boolean isNumberPart(int at) {
            char first = words.get(at).charAt(0);
            return Character.isDigit(first)
                    || first == '.'
                    || (first == '-' && words.get(at).length() == 1);
        }

        private boolean is(int at, String word) {
            return at < words.size() && lower(words.get(at)).equals(word);
        }

        private int closing(int open) {
            int depth = 0;
            for (int i = open; i < words.size(); i++) {
                if (words.get(i).equals("(")) {
                    depth++;
                } else if (words.get(i).equals(")") && --depth == 0) {
                    return i;
                }
            }
            return words.size() - 1;
        }

        private boolean isName(int at) {
            return at < words.size()
                    && SqlText.isName(words.get(at))
                    && !SqlText.NO_COLUMNS.contains(lower(words.get(at)));
        }

        private boolean isColumn(int at) {
            return isName(at) && !is(at + 1, "(") && table(words.get(at)).isPresent();
        }

        /** Returns the table a column belongs to: by its alias, or the only one there is. */
        private Optional<String> table(String column) {
            String name = column.replaceAll("\\s", "");
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return sources.size() == 1 ? Optional.of(plain(sources.get(0).name())) : Optional.empty();
            }
            String alias = plain(name.substring(0, dot));
            return sources.stream()
                    .filter(source -> plain(source.alias()).equals(alias)
                            || (source.alias().isEmpty() && plain(source.name()).equals(alias)))
                    .map(source -> plain(source.name()))
                    .findFirst();
        }

        private static String plain(String name) {
            return Naming.plain(name.replaceAll("\\s", ""));
        }

        private static String lower(String word) {
            return word.toLowerCase(Locale.ROOT);
        }
    }
}
