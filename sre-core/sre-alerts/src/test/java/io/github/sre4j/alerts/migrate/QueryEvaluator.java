package io.github.sre4j.alerts.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bool;
import io.github.sre4j.alerts.migrate.query.StandardWords;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Evaluates clauses on one document as an index with default mappings does: text is analyzed, {@code .keyword} is not. */
final class QueryEvaluator {

    private final Map<String, JsonNode> document = new TreeMap<>();

    QueryEvaluator(JsonNode document) {
        flatten("", document);
    }

    private void flatten(String prefix, JsonNode node) {
        node.properties().forEach(entry -> {
            String name = prefix + entry.getKey();
            if (entry.getValue().isObject()) {
                flatten(name + ".", entry.getValue());
            } else {
                document.put(name, entry.getValue());
            }
        });
    }

    boolean matches(QueryClause clause) {
        if (clause instanceof Bool bool) {
            return bool(bool);
        } else if (clause instanceof QueryClause.Parsed parsed) {
            return matches(parsed.parsed());
        } else if (clause instanceof QueryClause.Term term) {
            return terms(term.field()).stream()
                    .anyMatch(word -> same(word, term.value().text(), term.ignoreCase()));
        } else if (clause instanceof QueryClause.Terms several) {
            return several.values().stream()
                    .anyMatch(value -> matches(new QueryClause.Term(several.field(), value, false)));
        } else if (clause instanceof QueryClause.Match match) {
            return match(match);
        } else if (clause instanceof QueryClause.Prefix prefix) {
            return pattern(prefix.field(), Pattern.quote(prefix.value()) + ".*", prefix.ignoreCase());
        } else if (clause instanceof QueryClause.Wildcard wildcard) {
            return pattern(wildcard.field(), regex(wildcard.pattern()), wildcard.ignoreCase());
        } else if (clause instanceof QueryClause.Regexp regexp) {
            return pattern(regexp.field(), regexp.regex(), regexp.ignoreCase());
        } else if (clause instanceof QueryClause.Exists exists) {
            return document.containsKey(exists.field());
        } else if (clause instanceof QueryClause.Range range) {
            return range(range);
        }
        return clause instanceof QueryClause.MatchAll;
    }

    private boolean bool(Bool bool) {
        String least = bool.minimumShouldMatch();
        long required = least != null
                ? Long.parseLong(least)
                : bool.must().isEmpty() && !bool.should().isEmpty() ? 1 : 0;
        return bool.must().stream().allMatch(this::matches)
                && bool.mustNot().stream().noneMatch(this::matches)
                && bool.should().stream().filter(this::matches).count() >= required;
    }

    private boolean match(QueryClause.Match match) {
        if (match.field().equals("*")) {
            return document.keySet().stream()
                    .anyMatch(field -> match(new QueryClause.Match(field, match.value(), match.kind())));
        }
        List<String> found = terms(match.field());
        List<String> words = isText(match.field())
                ? StandardWords.of(match.value().text())
                : List.of(match.value().text());
        return switch (match.kind()) {
            case ALL_WORDS -> found.containsAll(words);
            case PHRASE -> java.util.Collections.indexOfSubList(found, words) >= 0;
            case PHRASE_PREFIX -> throw new IllegalStateException();
            case ANY_WORD, WORD -> words.stream().anyMatch(found::contains);
        };
    }

    /** Returns the terms that the index holds for a field. */
    private List<String> terms(String field) {
        String name = field.endsWith(".keyword") ? field.substring(0, field.length() - 8) : field;
        JsonNode value = document.get(name);
        if (value == null) {
            return List.of();
        }
        return isText(field) ? StandardWords.of(value.asText()) : List.of(value.asText());
    }

    private boolean isText(String field) {
        JsonNode value = document.get(field);
        return value != null && value.isTextual();
    }

    private boolean pattern(String field, String regex, boolean ignoreCase) {
        // Patterns on analyzed text are normalized to lower case.
        boolean text = isText(field);
        Pattern pattern = Pattern.compile(regex, Pattern.DOTALL | (ignoreCase || text ? Pattern.CASE_INSENSITIVE : 0));
        return terms(field).stream().anyMatch(term -> pattern.matcher(term).matches());
    }

    private static String regex(String wildcard) {
        StringBuilder regex = new StringBuilder();
        wildcard.replace("\\", "")
                .chars()
                .forEach(c -> regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote("" + (char) c)));
        return regex.toString();
    }

    private boolean range(QueryClause.Range range) {
        JsonNode value = document.get(range.field());
        return value != null
                && value.isNumber()
                && range.bounds().stream().allMatch(bound -> within(value.decimalValue(), bound));
    }

    private static boolean within(BigDecimal value, QueryClause.Bound bound) {
        int order = value.compareTo(new BigDecimal(bound.value().text()));
        return switch (bound.operator()) {
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            case "<" -> order < 0;
            default -> order <= 0;
        };
    }

    private static boolean same(String word, @Nullable String term, boolean ignoreCase) {
        return ignoreCase ? word.equalsIgnoreCase(term) : word.equals(term);
    }
}
