package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.finding.Question;
import io.github.sre4j.alerts.migrate.mapping.FieldMapping;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.query.QueryClause.Match;
import io.github.sre4j.alerts.migrate.query.QueryClause.MatchKind;
import io.github.sre4j.alerts.migrate.query.Scalar;
import io.github.sre4j.alerts.migrate.query.StandardWords;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.text.Message;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Clauses on analyzed text: OpenSearch compares words, {@code LIKE} compares characters. Not thread-safe. */
final class TextClauses {

    private static final NrqlPredicate ALL = new NrqlPredicate.And(List.of());

    /** A name such as {@code java.lang.OutOfMemoryError} is one word, and hardly ever part of a longer one. */
    private static final Pattern QUALIFIED_NAME = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*){2,}");

    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}\\p{N}_]+|[^\\p{L}\\p{N}_]+$");

    private final MigrationMapping mapping;
    private final List<Finding> findings;

    TextClauses(MigrationMapping mapping, List<Finding> findings) {
        this.mapping = mapping;
        this.findings = findings;
    }

    NrqlPredicate match(Match match) {
        boolean anyField = match.field().contains("*") || match.field().equals("_all");
        FieldMapping field = anyField ? LongTexts.defaultField(mapping, findings) : mapping.field(match.field());
        String text = match.value().text();
        boolean words = LongTexts.isLong(field, text);
        if (!words
                && field.type() == FieldMapping.Type.UNKNOWN
                && Scalar.NUMBER.matcher(text).matches()) {
            return Predicates.numberOrText(field.attribute(), new java.math.BigDecimal(text), text);
        } else if (!words && match.value() instanceof Scalar.Truth truth) {
            return new NrqlPredicate.IsTruth(field.attribute(), truth.value());
        }
        if (field.type() == FieldMapping.Type.KEYWORD) {
            return keyword(match, field, text);
        }
        List<String> tokens = StandardWords.of(text);
        if (tokens.isEmpty()) {
            findings.add(Finding.refused(ClauseText.of(match), Message.of(FindingTexts.class, "clause.no-words")));
            return ALL;
        }
        if (tokens.size() > 1 && (match.kind() == MatchKind.ANY_WORD || (match.kind() == MatchKind.WORD && words))) {
            return anyWord(match, field, tokens);
        }
        if (words) {
            return words(match, field, text, tokens);
        }
        return whole(match, field, text, tokens);
    }

    private NrqlPredicate keyword(Match match, FieldMapping field, String text) {
        return match.kind() == MatchKind.PHRASE_PREFIX
                ? new NrqlPredicate.Rlike(
                        field.attribute(), io.github.sre4j.alerts.nrql.NrqlText.quoteRegex(text) + ".*", false)
                : NrqlPredicate.equal(field.attribute(), text);
    }

    /** Any of several words: nearly always meant as a phrase. */
    private NrqlPredicate anyWord(Match match, FieldMapping field, List<String> tokens) {
        String key = "match." + field.attribute();
        String answer = mapping.answer(key).or(() -> mapping.answer("match")).orElse("");
        if (answer.equals("phrase")) {
            approximate(match, "clause.phrase");
            return phrase(field.attribute(), match.value().text());
        }
        if (answer.equals("words")) {
            approximate(match, "clause.words");
        } else {
            findings.add(Finding.ask(
                    ClauseText.of(match),
                    Message.of(FindingTexts.class, "clause.any-word", List.copyOf(tokens)),
                    new Question("answers", key, List.of("phrase", "words"))));
        }
        return Predicates.or(tokens.stream()
                .map(token -> ValueClauses.contains(field.attribute(), token))
                .toList());
    }

    private NrqlPredicate words(Match match, FieldMapping field, String text, List<String> tokens) {
        if (match.kind() == MatchKind.ALL_WORDS && tokens.size() > 1) {
            approximate(match, "clause.words");
            return Predicates.and(tokens.stream()
                    .map(token -> ValueClauses.contains(field.attribute(), token))
                    .toList());
        }
        if (tokens.size() == 1 && QUALIFIED_NAME.matcher(text).matches()) {
            findings.add(Finding.exact(ClauseText.of(match), Message.of(FindingTexts.class, "clause.qualified-name")));
        } else if (text.strip().matches("(?s).*\\S\\s*[*?].*\\S.*")) {
            approximate(match, "clause.phrase-star");
        } else {
            approximate(match, tokens.size() == 1 ? "clause.word" : "clause.phrase");
        }
        return phrase(field.attribute(), text);
    }

    /** Returns the characters between the first and the last word: what stands around them was no part of the search. */
    private static NrqlPredicate phrase(String attribute, String text) {
        return ValueClauses.contains(attribute, EDGES.matcher(text).replaceAll(""));
    }

    private NrqlPredicate whole(Match match, FieldMapping field, String text, List<String> tokens) {
        if (match.kind() == MatchKind.PHRASE_PREFIX) {
            approximate(match, "clause.pattern");
            return new NrqlPredicate.Like(field.attribute(), text.replace("%", "") + "%", false);
        }
        if (match.kind() == MatchKind.WORD) {
            approximate(match, tokens.size() > 1 ? "clause.split-word" : "clause.whole");
            return NrqlPredicate.equal(field.attribute(), text);
        }
        approximate(match, "clause.whole");
        boolean plain = text.equals(text.toLowerCase(Locale.ROOT)) && tokens.size() > 1;
        return plain ? NrqlPredicate.equal(field.attribute(), text) : ValueClauses.whole(field.attribute(), text);
    }

    private void approximate(Match match, String key) {
        findings.add(Finding.approximate(ClauseText.of(match), Message.of(FindingTexts.class, key)));
    }
}
