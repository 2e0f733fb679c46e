package io.github.sre4j.alerts.hcl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Right side of an argument. Immutable. */
public sealed interface HclValue {

    /**
     * Quoted text without interpolation; what looks like one is escaped.
     *
     * @param value the text as the provider receives it
     */
    record Text(String value) implements HclValue {
        /** Validates the component. */
        public Text {
            Objects.requireNonNull(value, "value");
        }
    }

    /**
     * Quoted text with interpolated expressions.
     *
     * @param parts {@link Text} and {@link Expression} in their order
     */
    record Template(List<HclValue> parts) implements HclValue {
        /** Copies the list. */
        public Template {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Expression that is written as it is, such as {@code newrelic_alert_policy.orders.id}.
     *
     * @param code source text
     */
    record Expression(String code) implements HclValue {}

    /**
     * Number.
     *
     * @param value written without exponent and trailing zeros
     */
    record Numeric(BigDecimal value) implements HclValue {}

    /**
     * Boolean.
     *
     * @param value true or false
     */
    record Truth(boolean value) implements HclValue {}

    /**
     * List on one line.
     *
     * @param items values of one type
     */
    record Items(List<HclValue> items) implements HclValue {
        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /**
     * Object over several lines.
     *
     * @param entries values by name, in their order
     */
    record Entries(Map<String, HclValue> entries) implements HclValue {
        /** Copies the map in its order. */
        public Entries {
            entries = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(entries));
        }
    }

    /** Returns quoted text. */
    static HclValue text(String value) {
        return new Text(value);
    }

    /** Returns a number. */
    static HclValue number(long value) {
        return new Numeric(BigDecimal.valueOf(value));
    }

    /** Returns a number. */
    static HclValue number(BigDecimal value) {
        return new Numeric(value);
    }

    /** Returns a boolean. */
    static HclValue truth(boolean value) {
        return new Truth(value);
    }

    /** Returns an expression. */
    static HclValue expression(String code) {
        return new Expression(code);
    }

    /** Returns a list of texts. */
    static HclValue texts(List<String> values) {
        return new Items(values.stream().map(HclValue::text).toList());
    }
}
