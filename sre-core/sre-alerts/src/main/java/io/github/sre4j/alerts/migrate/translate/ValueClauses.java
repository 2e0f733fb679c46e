package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.finding.Question;
import io.github.sre4j.alerts.migrate.mapping.FieldMapping;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.query.Scalar;
import io.github.sre4j.alerts.migrate.query.StandardWords;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.alerts.nrql.NrqlText;
import io.github.sre4j.text.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Clauses that compare terms of the index: they know neither words nor case. Not thread-safe. */
final class ValueClauses {

    private static final NrqlPredicate ALL = new NrqlPredicate.And(List.of());
    private static final Pattern NETWORK = Pattern.compile("[0-9a-fA-F.:]+/\\d{1,3}");
    private static final Pattern LUCENE_ONLY = Pattern.compile("(?<!\\\\)[@&~#<>\"]");

    private final MigrationMapping mapping;
    private final List<Finding> findings;

    ValueClauses(MigrationMapping mapping, List<Finding> findings) {
        this.mapping = mapping;
        this.findings = findings;
    }

    NrqlPredicate term(QueryClause.Term term) {
        return value(ClauseText.of(term), term.field(), term.value(), term.ignoreCase());
    }

    NrqlPredicate terms(QueryClause.Terms terms) {
        List<NrqlPredicate> parts = new ArrayList<>();
        String clause = ClauseText.of(terms);
        for (Scalar value : terms.values()) {
            parts.add(value(clause, terms.field(), value, false));
        }
        return Predicates.or(parts);
    }

    private NrqlPredicate value(String clause, String name, Scalar value, boolean ignoreCase) {
        if (name.equals("_index") || name.equals("_id")) {
            refuse(clause, "clause.metadata");
            return ALL;
        }
        FieldMapping field = mapping.field(name);
        if (value instanceof Scalar.Numeric number) {
            return NrqlPredicate.compare(field.attribute(), "=", number.value());
        } else if (value instanceof Scalar.Truth truth) {
            return new NrqlPredicate.IsTruth(field.attribute(), truth.value());
        }
        String text = ((Scalar.Text) value).value();
        if (NETWORK.matcher(text).matches()) {
            refuse(clause, "clause.network");
            return ALL;
        }
        if (field.type() == FieldMapping.Type.KEYWORD) {
            return ignoreCase ? whole(field.attribute(), text) : NrqlPredicate.equal(field.attribute(), text);
        }
        if (field.type() == FieldMapping.Type.UNKNOWN
                && Scalar.NUMBER.matcher(text).matches()) {
            return Predicates.numberOrText(field.attribute(), new java.math.BigDecimal(text), text);
        }
        boolean oneWord = StandardWords.of(text).equals(List.of(text));
        if (field.type() == FieldMapping.Type.TEXT) {
            if (!oneWord && !ignoreCase) {
                refuse(clause, "clause.term-never");
                return ALL;
            }
            approximate(clause, "clause.word");
            return contains(field.attribute(), text);
        }
        if (!ignoreCase && text.chars().anyMatch(Character::isUpperCase)) {
            findings.add(Finding.ask(
                    clause,
                    Message.of(FindingTexts.class, "clause.term-capitals", name),
                    new Question("fields", name, List.of("{type: keyword}", "{type: text}"))));
        } else {
            approximate(clause, "clause.term-unknown");
        }
        return ignoreCase ? whole(field.attribute(), text) : NrqlPredicate.equal(field.attribute(), text);
    }

    NrqlPredicate prefix(QueryClause.Prefix prefix) {
        FieldMapping field = field(prefix.field());
        String clause = ClauseText.of(prefix);
        if (field.type() == FieldMapping.Type.KEYWORD) {
            return prefix.ignoreCase() && isLike(prefix.value())
                    ? new NrqlPredicate.Like(field.attribute(), prefix.value() + "%", false)
                    : new NrqlPredicate.Rlike(
                            field.attribute(),
                            (prefix.ignoreCase() ? "(?i)" : "") + NrqlText.quoteRegex(prefix.value()) + ".*",
                            false);
        }
        boolean words = LongTexts.isLong(field, prefix.value());
        approximate(clause, words ? "clause.word-prefix" : "clause.pattern");
        return words ? contains(field.attribute(), prefix.value()) : starts(field.attribute(), prefix.value());
    }

    NrqlPredicate wildcard(QueryClause.Wildcard wildcard) {
        FieldMapping field = field(wildcard.field());
        String pattern = wildcard.pattern();
        if (pattern.matches("\\*+")) {
            return new NrqlPredicate.IsNull(field.attribute(), true);
        }
        boolean keyword = field.type() == FieldMapping.Type.KEYWORD;
        boolean words = !keyword && LongTexts.isLong(field, pattern);
        if (!keyword) {
            approximate(ClauseText.of(wildcard), words ? "clause.word-pattern" : "clause.pattern");
        }
        boolean like = isLike(pattern) && !pattern.contains("?") && !pattern.contains("\\");
        if (like && (wildcard.ignoreCase() || !keyword)) {
            String percent = pattern.replaceAll("\\*+", "%");
            return new NrqlPredicate.Like(
                    field.attribute(), words ? ("%" + percent + "%").replaceAll("%+", "%") : percent, false);
        }
        boolean ignoreCase = wildcard.ignoreCase() || !keyword;
        String regex = regex(pattern);
        return new NrqlPredicate.Rlike(
                field.attribute(), (ignoreCase ? "(?i)" : "") + (words ? ".*" + regex + ".*" : regex), false);
    }

    NrqlPredicate regexp(QueryClause.Regexp regexp) {
        FieldMapping field = field(regexp.field());
        if (LUCENE_ONLY.matcher(regexp.regex()).find()) {
            refuse(ClauseText.of(regexp), "clause.regexp");
            return ALL;
        }
        boolean keyword = field.type() == FieldMapping.Type.KEYWORD;
        if (!keyword) {
            approximate(ClauseText.of(regexp), "clause.pattern");
        }
        boolean words = !keyword && LongTexts.isLong(field, "");
        String ignoreCase = regexp.ignoreCase() || !keyword ? "(?i)" : "";
        return new NrqlPredicate.Rlike(
                field.attribute(), ignoreCase + (words ? ".*(" + regexp.regex() + ").*" : regexp.regex()), false);
    }

    private FieldMapping field(String name) {
        return name.equals("*") ? LongTexts.defaultField(mapping, findings) : mapping.field(name);
    }

    private static boolean isLike(String text) {
        return !text.contains("%");
    }

    static NrqlPredicate contains(String attribute, String text) {
        return isLike(text)
                ? new NrqlPredicate.Like(attribute, "%" + text + "%", false)
                : new NrqlPredicate.Rlike(attribute, "(?is).*" + NrqlText.quoteRegex(text) + ".*", false);
    }

    static NrqlPredicate whole(String attribute, String text) {
        return isLike(text)
                ? new NrqlPredicate.Like(attribute, text, false)
                : new NrqlPredicate.Rlike(attribute, "(?i)" + NrqlText.quoteRegex(text), false);
    }

    private static NrqlPredicate starts(String attribute, String text) {
        return isLike(text)
                ? new NrqlPredicate.Like(attribute, text + "%", false)
                : new NrqlPredicate.Rlike(attribute, "(?i)" + NrqlText.quoteRegex(text) + ".*", false);
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '*') {
                regex.append(".*");
            } else if (c == '?') {
                regex.append('.');
            } else {
                if (c == '\\' && i + 1 < pattern.length()) {
                    c = pattern.charAt(++i);
                }
                regex.append(NrqlText.quoteRegex(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private void approximate(String clause, String key) {
        findings.add(Finding.approximate(clause, Message.of(FindingTexts.class, key)));
    }

    private void refuse(String clause, String key) {
        findings.add(Finding.refused(clause, Message.of(FindingTexts.class, key)));
    }
}
