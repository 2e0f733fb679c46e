package io.github.sre4j.alerts.nrql;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names and literals of NRQL as text. */
public final class NrqlText {

    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:]*");
    private static final Set<String> RESERVED = Set.of(
            "and",
            "as",
            "asc",
            "by",
            "cases",
            "compare",
            "desc",
            "facet",
            "false",
            "from",
            "in",
            "inner",
            "is",
            "join",
            "left",
            "like",
            "limit",
            "not",
            "null",
            "offset",
            "on",
            "or",
            "order",
            "predict",
            "raw",
            "rlike",
            "select",
            "show",
            "since",
            "slide",
            "timeseries",
            "timezone",
            "true",
            "until",
            "where",
            "with");

    private NrqlText() {}

    /** Returns an attribute's name, in back-ticks where it needs them. */
    public static String name(String attribute) {
        boolean plain =
                PLAIN_NAME.matcher(attribute).matches() && !RESERVED.contains(attribute.toLowerCase(Locale.ROOT));
        return plain ? attribute : '`' + attribute.replace("`", "") + '`';
    }

    /** Returns a text literal. */
    public static String literal(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }

    /** Returns a number literal, without exponent. */
    public static String literal(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** Returns a regular expression literal, in which a backslash stands for itself. */
    public static String regex(String regex) {
        return "r'" + regex.replace("'", "\\x27") + '\'';
    }

    /** Returns a text with everything escaped that means something to a regular expression of RE2. */
    public static String quoteRegex(String text) {
        return text.replaceAll("([\\\\.\\[\\]{}()*+?^$|])", "\\\\$1");
    }
}
