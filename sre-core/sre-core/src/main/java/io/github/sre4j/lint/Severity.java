package io.github.sre4j.lint;

import java.util.Locale;

/** How bad a finding is, worst first. */
public enum Severity {
    /** A check fails, or does not do what the file says. */
    ERROR,
    /** Most likely a mistake. */
    WARNING,
    /** Worth knowing; often intended. */
    NOTE;

    /** The word used on the console and in SARIF. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
