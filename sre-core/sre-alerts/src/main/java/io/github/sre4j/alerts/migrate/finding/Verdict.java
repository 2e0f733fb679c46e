package io.github.sre4j.alerts.migrate.finding;

import java.util.Locale;

/** Fidelity of a translation, best first. */
public enum Verdict {
    /** Counts the same documents over the same length of time. */
    EXACT,
    /** Differs in a way that the report names. */
    APPROXIMATE,
    /** Needs an answer from the owner. */
    ASK,
    /** Has no translation. */
    REFUSED;

    /** Returns the id in files and bundles. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the worse one. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
