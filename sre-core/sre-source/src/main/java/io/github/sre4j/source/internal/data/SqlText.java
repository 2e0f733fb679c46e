package io.github.sre4j.source.internal.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement of SQL, JPQL or HQL does, as far as a look at its words tells.
 *
 * @param operation {@code select}, {@code insert}, {@code update} or {@code delete}
 * @param sources tables, entities, or paths such as {@code o.pets}, the main one first
 * @param filters columns or paths that conditions compare
 */
record SqlText(String operation, List<Source> sources, List<String> filters) {

    /** Texts, quoted names, names with dots, signs, comments. */
    private static final Pattern WORD = Pattern.compile(
            "'(?:[^']|'')*'"
                    + "|\"[^\"]+\"(?:\\.\"[^\"]+\")*"
                    + "|`[^`]+`(?:\\.`[^`]+`)*"
                    + "|[\\p{L}_][\\p{L}\\p{N}_$]*(?:\\s*\\.\\s*[\\p{L}_\"`][\\p{L}\\p{N}_$\"`]*)*"
                    + "|<>|!=|<=|>=|::"
                    + "|--[^\\n]*|/\\*.*?\\*/"
                    + "|[^\\s]",
            Pattern.DOTALL);

    private static final Set<String> OPERATIONS =
            Set.of("select", "insert", "update", "delete", "merge", "with", "from", "replace");
    private static final Set<String> BEHIND_FROM = Set.of(
            "where",
            "group",
            "order",
            "having",
            "limit",
            "union",
            "set",
            "values",
            "on",
            "left",
            "right",
            "inner",
            "outer",
            "full",
            "cross",
            "join",
            "fetch",
            "for",
            "offset",
            "returning",
            "as",
            "using",
            "select",
            "natural",
            "except",
            "intersect",
            "with");
    private static final Set<String> ENDS_WHERE = Set.of(
            "group", "order", "having", "limit", "union", "offset", "for", "returning", "fetch", "except", "intersect");
    private static final Set<String> COMPARES = Set.of(
            "=", "<", ">", "<>", "!=", "<=", ">=", "like", "ilike", "in", "between", "is", "not", "member", "regexp");
    private static final Set<String> FUNCTIONS = Set.of("lower", "upper", "trim", "date", "coalesce", "cast");
    static final Set<String> NO_COLUMNS = Set.of(
            "and",
            "or",
            "not",
            "null",
            "true",
            "false",
            "exists",
            "select",
            "any",
            "all",
            "some",
            "case",
            "when",
            "then",
            "else",
            "end",
            "in",
            "is",
            "like",
            "between",
            "where",
            "escape",
            "empty",
            "member",
            "of",
            "on",
            "interval",
            "current_date",
            "now");

    SqlText {
        sources = List.copyOf(sources);
        filters = List.copyOf(filters);
    }

    /**
     * A table, an entity or a path.
     *
     * @param name as written, without quotes
     * @param alias its short name, or empty
     * @param fetched whether it is fetched along
     */
    record Source(String name, String alias, boolean fetched) {}

    /** Reads a statement; empty if it is none. */
    static Optional<SqlText> parse(String text) {
        List<String> words = words(text);
        if (words.isEmpty() || !OPERATIONS.contains(lower(words.get(0)))) {
            return Optional.empty();
        }
        List<Source> sources = new ArrayList<>();
        Set<String> filters = new LinkedHashSet<>();
        String operation = operation(words);
        boolean where = false;
        for (int i = 0; i < words.size(); i++) {
            String word = lower(words.get(i));
            boolean into = word.equals("into")
                    && i > 0
                    && List.of("insert", "merge", "replace").contains(lower(words.get(i - 1)));
            boolean update = word.equals("update") && i == 0;
            boolean bareDelete = word.equals("delete")
                    && i == 0
                    && words.size() > 1
                    && !lower(words.get(1)).equals("from");
            if (word.equals("from") || word.equals("join") || into || update || bareDelete) {
                where = false;
                i = source(words, i + 1, sources);
            } else if (word.equals("where") || (word.equals("on") && !sources.isEmpty() && where)) {
                where = word.equals("where");
            } else if (ENDS_WHERE.contains(word) && (isKeyword(words, i) || !BEHIND_FROM.contains(word))) {
                where = false;
            } else if (where) {
                filter(words, i).ifPresent(filters::add);
            }
        }
        return Optional.of(new SqlText(operation, sources, List.copyOf(filters)));
    }

    private static String operation(List<String> words) {
        String first = lower(words.get(0));
        if (first.equals("with")) {
            for (String each : List.of("insert", "update", "delete")) {
                if (words.stream().anyMatch(word -> lower(word).equals(each))) {
                    return each;
                }
            }
            return "select";
        }
        return first.equals("from") ? "select" : first.equals("merge") || first.equals("replace") ? "update" : first;
    }

    /** Reads sources divided by commas; answers the place of the last word that belongs to them. */
    private static int source(List<String> words, int from, List<Source> to) {
        int i = from;
        while (i < words.size()) {
            boolean fetched = lower(words.get(i)).equals("fetch");
            if (fetched
                    || lower(words.get(i)).equals("only")
                    || lower(words.get(i)).equals("lateral")) {
                i++;
            }
            if (i >= words.size() || !isName(words.get(i)) || isKeyword(words, i)) {
                return i - 1;
            }
            String name = name(words.get(i));
            if (i + 1 < words.size() && lower(words.get(i + 1)).equals("as")) {
                i++;
            }
            String alias = "";
            if (i + 1 < words.size() && isName(words.get(i + 1)) && !isKeyword(words, i + 1)) {
                i++;
                alias = name(words.get(i));
            }
            to.add(new Source(name, alias, fetched));
            if (i + 1 >= words.size() || !words.get(i + 1).equals(",")) {
                return i;
            }
            i += 2;
        }
        return i;
    }

    /** Products love to name things order and group; as keywords, they stand before {@code by}. */
    private static boolean isKeyword(List<String> words, int i) {
        String word = lower(words.get(i));
        boolean by = i + 1 < words.size() && lower(words.get(i + 1)).equals("by");
        return BEHIND_FROM.contains(word) && (by || !(word.equals("order") || word.equals("group")));
    }

    private static Optional<String> filter(List<String> words, int i) {
        String word = words.get(i);
        if (!isName(word) || NO_COLUMNS.contains(lower(word))) {
            return Optional.empty();
        }
        boolean named = i > 0
                && (words.get(i - 1).equals(":")
                        || words.get(i - 1).equals("#")
                        || words.get(i - 1).equals("{")
                        || words.get(i - 1).equals("@"));
        String next = i + 1 < words.size() ? lower(words.get(i + 1)) : "";
        if (named || next.equals("(")) {
            return Optional.empty();
        }
        boolean compared = COMPARES.contains(next);
        boolean wrapped = i > 1 && words.get(i - 1).equals("(") && FUNCTIONS.contains(lower(words.get(i - 2)));
        boolean second = i > 1 && COMPARES.contains(words.get(i - 1)) && !isName(words.get(i - 2));
        return compared || wrapped || second ? Optional.of(name(word)) : Optional.empty();
    }

    static boolean isName(String word) {
        char c = word.charAt(0);
        return Character.isLetter(c) || c == '_' || c == '"' || c == '`';
    }

    private static String name(String word) {
        return word.replaceAll("[\"`\\s]", "");
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find() && words.size() < 5_000) {
            String word = matcher.group();
            if (!word.startsWith("--") && !word.startsWith("/*")) {
                words.add(word);
            }
        }
        return words;
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
