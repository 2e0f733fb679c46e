package io.github.sre4j.report.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value in a JSON document and where it is. Its methods throw {@link IllegalArgumentException} with a message that names the place where the
 * value is not what it must be.
 */
record Field(@Nullable Field parent, String name, @Nullable JsonNode value) {

    /** Sums over the products of any organization stay in range. */
    private static final long MAX_COUNT = 1_000_000_000_000_000L;

    Field(JsonNode root) {
        this(null, "", root);
    }

    Field at(String name) {
        if (value == null || !value.isObject()) {
            throw not("field.an-object");
        }
        return new Field(this, name, value.get(name));
    }

    /** Whether there is something under that name. */
    boolean has(String name) {
        return value != null && value.hasNonNull(name);
    }

    List<Field> items() {
        if (value == null || !value.isArray()) {
            throw not("field.a-list");
        }
        List<Field> items = new ArrayList<>();
        value.forEach(item -> items.add(new Field(this, "[" + items.size() + "]", item)));
        return items;
    }

    String text() {
        if (value == null || !value.isTextual()) {
            throw not("field.a-text");
        }
        return value.textValue();
    }

    @Nullable
    String textOrNull() {
        return value == null || value.isNull() ? null : text();
    }

    BigDecimal number() {
        if (value == null || !value.isNumber()) {
            throw not("field.a-number");
        }
        return value.decimalValue();
    }

    boolean isNull() {
        return value != null && value.isNull();
    }

    long count() {
        if (value == null
                || !value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 0
                || value.longValue() > MAX_COUNT) {
            throw not("field.a-count");
        }
        return value.longValue();
    }

    boolean flag() {
        if (value == null || !value.isBoolean()) {
            throw not("field.a-flag");
        }
        return value.booleanValue();
    }

    /** Returns the failure of a number that is too large to be what it stands for. */
    IllegalArgumentException outOfRange() {
        return not("field.a-number");
    }

    private IllegalArgumentException not(String wanted) {
        String place = place();
        Message what = place.isEmpty()
                ? Message.of(JsonReport.class, "field.whole")
                : Message.of(JsonReport.class, "field.named", place);
        return new InvalidInputException(Message.of(JsonReport.class, value == null ? "field.missing" : wanted, what));
    }

    /** Where it is; only who is told asks. */
    private String place() {
        String outer = parent == null ? "" : parent.place();
        return outer.isEmpty() || name.startsWith("[") ? outer + name : outer + "." + name;
    }
}
