package io.github.sre4j.trace.read;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes of a row or span, read leniently: a name may have several generations, a number may come as text. */
final class Attributes {

    private final Map<String, ?> values;

    Attributes(Map<String, ?> values) {
        this.values = values;
    }

    @Nullable
    String text(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            if (value != null && !(value instanceof Map) && !(value instanceof Iterable)) {
                String text = value.toString();
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return null;
    }

    double number(double otherwise, String... names) {
        for (String name : names) {
            Object value = values.get(name);
            double number = value instanceof Number known ? known.doubleValue() : parsed(value);
            if (!Double.isNaN(number)) {
                return number;
            }
        }
        return otherwise;
    }

    private static double parsed(@Nullable Object value) {
        if (!(value instanceof String text) || text.isEmpty()) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    long integer(long otherwise, String... names) {
        for (String name : names) {
            Object value = values.get(name);
            if (value instanceof Integer || value instanceof Long) {
                return ((Number) value).longValue();
            }
        }
        double number = number(Double.NaN, names);
        return Double.isNaN(number) ? otherwise : Math.round(number);
    }

    boolean isTrue(String... names) {
        for (String name : names) {
            Object value = values.get(name);
            if (value != null && "true".equalsIgnoreCase(value.toString())) {
                return true;
            }
        }
        return false;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** Every scalar as text, but those too long to be an attribute. */
    Map<String, String> asText(Interner interner, int maxLength) {
        Map<String, String> texts = new HashMap<>(values.size() * 2);
        values.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                String text = value.toString();
                if (text.length() <= maxLength) {
                    texts.put(interner.of(name), interner.of(text));
                }
            }
        });
        return texts;
    }
}
