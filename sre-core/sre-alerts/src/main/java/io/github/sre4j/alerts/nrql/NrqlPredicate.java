package io.github.sre4j.alerts.nrql;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Condition of a WHERE clause. Immutable. */
public sealed interface NrqlPredicate {

    /**
     * All parts hold; no parts: always true.
     *
     * @param parts conditions
     */
    record And(List<NrqlPredicate> parts) implements NrqlPredicate {
        /** Copies the list. */
        public And {
            parts = List.copyOf(parts);
        }
    }

    /**
     * At least one part holds.
     *
     * @param parts conditions, at least one
     */
    record Or(List<NrqlPredicate> parts) implements NrqlPredicate {
        /** Copies the list. */
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Comparison with a literal.
     *
     * @param attribute name
     * @param operator {@code =}, {@code !=}, {@code <}, {@code <=}, {@code >} or {@code >=}
     * @param literal right side as NRQL text
     */
    record Comparison(String attribute, String operator, String literal) implements NrqlPredicate {}

    /**
     * Membership in a list.
     *
     * @param attribute name
     * @param literals items as NRQL text
     * @param negated whether it must not be in the list
     */
    record In(String attribute, List<String> literals, boolean negated) implements NrqlPredicate {
        /** Copies the list. */
        public In {
            literals = List.copyOf(literals);
        }
    }

    /**
     * Pattern with {@code %}, without regard to case.
     *
     * @param attribute name
     * @param pattern pattern
     * @param negated whether it must not match
     */
    record Like(String attribute, String pattern, boolean negated) implements NrqlPredicate {}

    /**
     * Regular expression on the whole value, with regard to case.
     *
     * @param attribute name
     * @param regex expression of RE2
     * @param negated whether it must not match
     */
    record Rlike(String attribute, String regex, boolean negated) implements NrqlPredicate {}

    /**
     * Absence or presence of the attribute.
     *
     * @param attribute name
     * @param negated whether it must be present
     */
    record IsNull(String attribute, boolean negated) implements NrqlPredicate {}

    /**
     * Truth of a boolean attribute.
     *
     * @param attribute name
     * @param value true or false
     */
    record IsTruth(String attribute, boolean value) implements NrqlPredicate {}

    /**
     * Condition as somebody wrote it.
     *
     * @param text NRQL
     */
    record Verbatim(String text) implements NrqlPredicate {}

    /** Returns a comparison with text. */
    static NrqlPredicate equal(String attribute, String value) {
        return new Comparison(attribute, "=", NrqlText.literal(value));
    }

    /** Returns a comparison with a number. */
    static NrqlPredicate compare(String attribute, String operator, BigDecimal value) {
        return new Comparison(attribute, operator, NrqlText.literal(value));
    }

    /** Returns whether the condition always holds. */
    default boolean isAlwaysTrue() {
        return this instanceof And and && and.parts().stream().allMatch(NrqlPredicate::isAlwaysTrue);
    }

    /** Returns the condition as NRQL, without brackets around it; empty if it always holds. */
    default String text() {
        if (this instanceof And and) {
            return and.parts().stream()
                    .filter(part -> !part.isAlwaysTrue())
                    .map(part -> part.grouped(part instanceof Or || part instanceof Verbatim))
                    .collect(Collectors.joining(" AND "));
        } else if (this instanceof Or or) {
            return or.parts().stream()
                    .map(part -> part.grouped(part instanceof Verbatim
                            || (part instanceof And all && all.parts().size() > 1)))
                    .collect(Collectors.joining(" OR "));
        } else if (this instanceof Comparison comparison) {
            return NrqlText.name(comparison.attribute()) + ' ' + comparison.operator() + ' ' + comparison.literal();
        } else if (this instanceof In in) {
            return NrqlText.name(in.attribute()) + (in.negated() ? " NOT IN (" : " IN (")
                    + String.join(", ", in.literals()) + ")";
        } else if (this instanceof Like like) {
            return NrqlText.name(like.attribute())
                    + (like.negated() ? " NOT LIKE " : " LIKE ")
                    + NrqlText.literal(like.pattern());
        } else if (this instanceof Rlike rlike) {
            return NrqlText.name(rlike.attribute())
                    + (rlike.negated() ? " NOT RLIKE " : " RLIKE ")
                    + NrqlText.regex(rlike.regex());
        } else if (this instanceof IsNull isNull) {
            return NrqlText.name(isNull.attribute()) + (isNull.negated() ? " IS NOT NULL" : " IS NULL");
        } else if (this instanceof IsTruth isTruth) {
            return NrqlText.name(isTruth.attribute()) + (isTruth.value() ? " IS TRUE" : " IS FALSE");
        }
        return ((Verbatim) this).text();
    }

    private String grouped(boolean brackets) {
        return brackets ? '(' + text() + ')' : text();
    }
}
