package io.github.sre4j.newrelic.nrql;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * What a row must satisfy.
 *
 * @param nrql the text; made only by the factories here
 */
public record Condition(String nrql) {

    /** {@code attribute = 'text'}. */
    public static Condition equal(Attribute attribute, String text) {
        return new Condition(attribute.nrql() + " = " + Literal.text(text));
    }

    /** {@code attribute IN ('text', …)}; at least one. */
    public static Condition in(Attribute attribute, Collection<String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("NRQL cannot express a choice among nothing");
        }
        return new Condition(
                attribute.nrql() + " IN (" + texts.stream().map(Literal::text).collect(Collectors.joining(", ")) + ")");
    }

    /**
     * {@code attribute LIKE 'prefix%'}, which NRQL compares whatever the case.
     *
     * @throws IllegalArgumentException if the prefix holds a {@code %}, which NRQL cannot escape
     */
    public static Condition beginsWith(Attribute attribute, String prefix) {
        if (prefix.indexOf('%') >= 0) {
            throw new IllegalArgumentException("NRQL cannot look for a text that begins with '" + prefix + "'");
        }
        return new Condition(attribute.nrql() + " LIKE " + Literal.text(prefix + "%"));
    }

    /** {@code attribute RLIKE r'regex'}, which holds if the whole value matches. The expression is of RE2's syntax. */
    public static Condition matches(Attribute attribute, String regex) {
        return new Condition(attribute.nrql() + " RLIKE " + Literal.regex(regex));
    }

    /**
     * {@code attribute LIKE '%part%'}, which NRQL compares whatever the case.
     *
     * @throws IllegalArgumentException if the part holds a {@code %}, which NRQL cannot escape
     */
    public static Condition contains(Attribute attribute, String part) {
        if (part.indexOf('%') >= 0) {
            throw new IllegalArgumentException("NRQL cannot look for a text with '" + part + "' in it");
        }
        return new Condition(attribute.nrql() + " LIKE " + Literal.text("%" + part + "%"));
    }

    /** {@code attribute <= number}. */
    public static Condition atMost(Attribute attribute, BigDecimal number) {
        return new Condition(attribute.nrql() + " <= " + Literal.number(number));
    }

    /** {@code attribute >= number}. */
    public static Condition atLeast(Attribute attribute, BigDecimal number) {
        return new Condition(attribute.nrql() + " >= " + Literal.number(number));
    }

    /** {@code attribute > number}. */
    public static Condition above(Attribute attribute, BigDecimal number) {
        return new Condition(attribute.nrql() + " > " + Literal.number(number));
    }

    /** {@code attribute < number}. */
    public static Condition below(Attribute attribute, BigDecimal number) {
        return new Condition(attribute.nrql() + " < " + Literal.number(number));
    }

    /** {@code attribute IS TRUE}, which holds for agents that leave false out too. */
    public static Condition isTrue(Attribute attribute) {
        return new Condition(attribute.nrql() + " IS TRUE");
    }

    /** {@code attribute IS NULL}. */
    public static Condition isNull(Attribute attribute) {
        return new Condition(attribute.nrql() + " IS NULL");
    }

    /** {@code attribute IS NOT NULL}. */
    public static Condition isNotNull(Attribute attribute) {
        return new Condition(attribute.nrql() + " IS NOT NULL");
    }

    /** Both. */
    public Condition and(Condition other) {
        return new Condition("(" + nrql + " AND " + other.nrql + ")");
    }

    /** Either or both. */
    public Condition or(Condition other) {
        return new Condition("(" + nrql + " OR " + other.nrql + ")");
    }
}
