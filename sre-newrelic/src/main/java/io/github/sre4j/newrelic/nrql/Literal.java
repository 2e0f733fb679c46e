package io.github.sre4j.newrelic.nrql;

import java.math.BigDecimal;

/** Values as NRQL writes them. */
final class Literal {

    private Literal() {}

    /** Text in single quotes; a quote and a backslash inside are escaped by a backslash. */
    static String text(String value) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == 0 || (Character.isSurrogate(c) && !paired(value, i))) {
                throw new IllegalArgumentException(
                        "NRQL cannot express the character U+%04X at position %d of a text".formatted((int) c, i + 1));
            }
            if (c == '\'' || c == '\\') {
                quoted.append('\\');
            }
            quoted.append(c);
        }
        return quoted.append('\'').toString();
    }

    /** A raw text in single quotes, in which a backslash is one. */
    static String regex(String value) {
        if (value.indexOf('\'') >= 0) {
            throw new IllegalArgumentException("NRQL cannot express a quote in a regular expression");
        }
        return "r'" + value + "'";
    }

    /** A number without exponent. */
    static String number(BigDecimal value) {
        return value.toPlainString();
    }

    private static boolean paired(String value, int i) {
        return Character.isHighSurrogate(value.charAt(i))
                ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
    }
}
