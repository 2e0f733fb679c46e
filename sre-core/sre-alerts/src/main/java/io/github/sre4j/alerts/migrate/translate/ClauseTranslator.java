package io.github.sre4j.alerts.migrate.translate;

import io.github.sre4j.alerts.migrate.finding.Finding;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.alerts.migrate.mapping.FieldMapping;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.query.QueryClause;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bool;
import io.github.sre4j.alerts.migrate.query.QueryClause.Bound;
import io.github.sre4j.alerts.migrate.query.QueryClause.Range;
import io.github.sre4j.alerts.migrate.query.Scalar;
import io.github.sre4j.alerts.nrql.NrqlPredicate;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Translates clauses to conditions of NRQL. What has no translation leaves a finding that refuses the monitor. Not thread-safe. */
final class ClauseTranslator {

    private static final NrqlPredicate ALL = new NrqlPredicate.And(List.of());

    private final MigrationMapping mapping;
    private final List<Finding> findings;
    private final ValueClauses values;
    private final TextClauses texts;

    ClauseTranslator(MigrationMapping mapping, List<Finding> findings) {
        this.mapping = mapping;
        this.findings = findings;
        this.values = new ValueClauses(mapping, findings);
        this.texts = new TextClauses(mapping, findings);
    }

    NrqlPredicate translate(QueryClause clause) {
        if (clause instanceof Bool bool) {
            return bool(bool);
        } else if (clause instanceof QueryClause.Parsed parsed) {
            return translate(parsed.parsed());
        } else if (clause instanceof QueryClause.Term term) {
            return values.term(term);
        } else if (clause instanceof QueryClause.Terms terms) {
            return values.terms(terms);
        } else if (clause instanceof QueryClause.Prefix prefix) {
            return values.prefix(prefix);
        } else if (clause instanceof QueryClause.Wildcard wildcard) {
            return values.wildcard(wildcard);
        } else if (clause instanceof QueryClause.Regexp regexp) {
            return values.regexp(regexp);
        } else if (clause instanceof QueryClause.Match match) {
            return texts.match(match);
        } else if (clause instanceof QueryClause.Exists exists) {
            FieldMapping field = mapping.field(exists.field());
            return new NrqlPredicate.IsNull(field.attribute(), true);
        } else if (clause instanceof Range range) {
            return range(range);
        } else if (clause instanceof QueryClause.Unsupported unsupported) {
            findings.add(Finding.refused(unsupported.text(), unsupported.reason()));
        }
        return ALL;
    }

    private NrqlPredicate bool(Bool bool) {
        List<NrqlPredicate> parts = new ArrayList<>();
        bool.must().forEach(clause -> parts.add(translate(clause)));
        int required = required(bool);
        if (required == 1) {
            parts.add(Predicates.or(bool.should().stream().map(this::translate).toList()));
        } else if (required > 1) {
            bool.should().forEach(clause -> parts.add(translate(clause)));
        } else {
            bool.should()
                    .forEach(clause -> findings.add(Finding.exact(
                            ClauseText.of(clause), Message.of(FindingTexts.class, "clause.only-scores"))));
        }
        bool.mustNot().forEach(clause -> {
            NrqlPredicate negated = translate(clause);
            if (negated.isAlwaysTrue()) {
                findings.add(Finding.refused(ClauseText.of(clause), Message.of(FindingTexts.class, "clause.never")));
            } else {
                parts.add(Predicates.negate(negated));
            }
        });
        return Predicates.and(parts);
    }

    /** Returns the number of alternatives that must match: none, one, or all. */
    private int required(Bool bool) {
        int size = bool.should().size();
        String written = bool.minimumShouldMatch();
        if (written == null) {
            return size > 0 && bool.must().isEmpty() ? 1 : 0;
        }
        int least;
        if (written.matches("-?\\d{1,4}")) {
            int number = Integer.parseInt(written);
            least = number >= 0 ? number : Math.max(0, size + number);
        } else if (written.matches("-?\\d{1,3}%")) {
            int percent = Integer.parseInt(written.substring(0, written.length() - 1));
            int share = Math.abs(percent) * size / 100;
            least = percent >= 0 ? share : size - share;
        } else {
            least = -1;
        }
        if (least == 0 || least == 1 || least == size) {
            if (least > size) {
                findings.add(Finding.refused(
                        "minimum_should_match: " + written, Message.of(FindingTexts.class, "clause.never")));
            }
            return Math.min(least, size);
        }
        findings.add(Finding.refused(
                "minimum_should_match: " + written,
                Message.of(FindingTexts.class, "clause.minimum", written, Integer.toString(size))));
        return 0;
    }

    private NrqlPredicate range(Range range) {
        if (LookBack.isTime(range)) {
            findings.add(Finding.refused(ClauseText.of(range), Message.of(FindingTexts.class, "time.inside")));
            return ALL;
        }
        String attribute = mapping.field(range.field()).attribute();
        List<NrqlPredicate> parts = new ArrayList<>();
        for (Bound bound : range.bounds()) {
            if (bound.value() instanceof Scalar.Numeric number) {
                parts.add(NrqlPredicate.compare(attribute, bound.operator(), number.value()));
            } else if (bound.value() instanceof Scalar.Text text
                    && Scalar.NUMBER.matcher(text.value()).matches()) {
                parts.add(NrqlPredicate.compare(attribute, bound.operator(), new BigDecimal(text.value())));
            } else {
                findings.add(Finding.refused(
                        ClauseText.of(range),
                        Message.of(
                                FindingTexts.class,
                                "clause.range-text",
                                bound.value().text())));
            }
        }
        return Predicates.and(parts);
    }
}
