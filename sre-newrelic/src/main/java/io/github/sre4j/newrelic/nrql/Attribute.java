package io.github.sre4j.newrelic.nrql;

import java.util.regex.Pattern;

/**
 * An attribute of an event, such as {@code duration} or {@code http.statusCode}.
 *
 * @param name its name; it is put in back-ticks where NRQL needs them
 */
public record Attribute(String name) {

    private static final Pattern BARE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is empty or holds a back-tick or a control character, which NRQL cannot express
     */
    public Attribute {
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '`' || Character.isISOControl(c))) {
            throw new IllegalArgumentException(
                    "NRQL cannot express the attribute name '" + name.replace('`', '?') + "'");
        }
    }

    String nrql() {
        return BARE.matcher(name).matches() && !Keywords.isOne(name) ? name : "`" + name + "`";
    }
}
