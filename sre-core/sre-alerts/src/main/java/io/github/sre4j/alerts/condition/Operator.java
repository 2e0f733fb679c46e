package io.github.sre4j.alerts.condition;

import java.util.Locale;

/** Comparison of a signal with a threshold. */
public enum Operator {
    /** The signal is greater. */
    ABOVE,
    /** The signal is greater or equal. */
    ABOVE_OR_EQUALS,
    /** The signal is less. */
    BELOW,
    /** The signal is less or equal. */
    BELOW_OR_EQUALS,
    /** The signal is equal. */
    EQUALS,
    /** The signal differs. */
    NOT_EQUALS;

    /** Returns the id as Terraform writes it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether a greater signal is worse. */
    public boolean isUpper() {
        return this == ABOVE || this == ABOVE_OR_EQUALS;
    }
}
