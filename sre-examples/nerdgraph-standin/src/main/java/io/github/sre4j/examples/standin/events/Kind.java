package io.github.sre4j.examples.standin.events;

import java.util.Optional;

/** The kinds of value an attribute may have. */
public enum Kind {
    NUMBER("DOUBLE", "numeric"),
    TEXT("VARCHAR", "string"),
    TRUTH("BOOLEAN", "boolean");

    private final String sqlType;
    private final String keysetName;

    Kind(String sqlType, String keysetName) {
        this.sqlType = sqlType;
        this.keysetName = keysetName;
    }

    /** The column type; a constant, never from data. */
    public String sqlType() {
        return sqlType;
    }

    /** What {@code keyset()} calls it. */
    public String keysetName() {
        return keysetName;
    }

    static Optional<Kind> of(Object value) {
        if (value instanceof Number) {
            return Optional.of(NUMBER);
        }
        return value instanceof Boolean ? Optional.of(TRUTH) : Optional.of(TEXT);
    }
}
