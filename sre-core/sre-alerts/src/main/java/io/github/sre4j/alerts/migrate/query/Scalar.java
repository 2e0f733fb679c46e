package io.github.sre4j.alerts.migrate.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Single value of a query. */
public sealed interface Scalar {

    /** Plain decimal numbers; texts such as {@code 1e5} or {@code 0x1} stay texts. */
    Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");

    /**
     * Text.
     *
     * @param value characters
     */
    record Text(String value) implements Scalar {}

    /**
     * Number.
     *
     * @param value value
     */
    record Numeric(BigDecimal value) implements Scalar {}

    /**
     * Boolean.
     *
     * @param value value
     */
    record Truth(boolean value) implements Scalar {}

    /** Returns the value of a JSON node, empty for objects, arrays and null. */
    static Optional<Scalar> of(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(new Text(node.asText()));
        } else if (node.isNumber()) {
            return Optional.of(new Numeric(node.decimalValue()));
        } else if (node.isBoolean()) {
            return Optional.of(new Truth(node.asBoolean()));
        }
        return Optional.empty();
    }

    /** Returns an unquoted word of a query string: a number where it is one. */
    static Scalar ofWord(String word) {
        return NUMBER.matcher(word).matches() ? new Numeric(new BigDecimal(word)) : new Text(word);
    }

    /** Returns the value as it was written. */
    default String text() {
        if (this instanceof Text text) {
            return text.value();
        } else if (this instanceof Numeric number) {
            return number.value().toPlainString();
        }
        return Boolean.toString(((Truth) this).value());
    }
}
