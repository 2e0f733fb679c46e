package io.github.sre4j.prometheus.promql;

import java.util.Collection;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One condition on a label.
 *
 * @param label the label's name
 * @param operator how its value is compared
 * @param value the value or regular expression, not escaped
 */
public record LabelMatcher(String label, Operator operator, String value) {

    /** How a label's value is compared. */
    public enum Operator {
        /** Equal. */
        EQUAL("="),
        /** Not equal. */
        NOT_EQUAL("!="),
        /** The whole value matches the regular expression. */
        MATCHES("=~"),
        /** The whole value does not match the regular expression. */
        MATCHES_NOT("!~");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** Validates the components. */
    public LabelMatcher {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(operator, "operator");
        Objects.requireNonNull(value, "value");
    }

    /** Returns the condition that a label has a value. */
    public static LabelMatcher equal(String label, String value) {
        return new LabelMatcher(label, Operator.EQUAL, value);
    }

    /** Returns the condition that a label has one of some values; the empty value is that of a label that is missing. */
    public static LabelMatcher oneOf(String label, Collection<String> values) {
        return values.size() == 1
                ? equal(label, values.iterator().next())
                : new LabelMatcher(
                        label,
                        Operator.MATCHES,
                        values.stream().map(LabelMatcher::literal).collect(Collectors.joining("|")));
    }

    /** Returns the condition that a label matches a regular expression. */
    public static LabelMatcher matching(String label, String regex) {
        return new LabelMatcher(label, Operator.MATCHES, regex);
    }

    /** Returns the condition as PromQL. */
    String text() {
        return label + operator.sign() + quoted(value);
    }

    /** Returns a regular expression that matches exactly this text. */
    static String literal(String text) {
        return text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
    }

    /** Returns a PromQL string. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
