package io.github.sre4j.trace;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How bad a log line is, whatever its framework calls that. */
public enum Severity {
    /** Not told, or a name nobody uses. */
    UNKNOWN,
    /** TRACE, FINEST, FINER. */
    TRACE,
    /** DEBUG, FINE, CONFIG. */
    DEBUG,
    /** INFO, NOTICE. */
    INFO,
    /** WARN, WARNING. */
    WARN,
    /** ERROR, SEVERE, ERR. */
    ERROR,
    /** FATAL, CRITICAL, ALERT, EMERGENCY. */
    FATAL;

    /**
     * The severity that a level's name stands for.
     *
     * @param level a name of any case, or null
     * @return the severity, {@link #UNKNOWN} for null and names not known
     */
    public static Severity of(@Nullable String level) {
        if (level == null) {
            return UNKNOWN;
        }
        return switch (level.trim().toUpperCase(Locale.ROOT)) {
            case "TRACE", "FINEST", "FINER" -> TRACE;
            case "DEBUG", "FINE", "CONFIG" -> DEBUG;
            case "INFO", "NOTICE", "INFORMATION" -> INFO;
            case "WARN", "WARNING" -> WARN;
            case "ERROR", "SEVERE", "ERR" -> ERROR;
            case "FATAL", "CRITICAL", "CRIT", "ALERT", "EMERG", "EMERGENCY" -> FATAL;
            default -> UNKNOWN;
        };
    }

    /** Whether a line of this severity reports a failure. */
    public boolean isError() {
        return this == ERROR || this == FATAL;
    }
}
