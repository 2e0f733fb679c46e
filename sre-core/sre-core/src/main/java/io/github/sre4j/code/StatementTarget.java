package io.github.sre4j.code;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A database statement as telemetry names it.
 *
 * @param table the table or collection, lower case
 * @param operation {@code select}, {@code insert}, {@code update}, {@code delete}, or what the driver says, lower case
 * @param sql the statement without literals, or null where telemetry has none
 */
public record StatementTarget(
        String table, String operation, @Nullable String sql) {

    /** Refuses null. */
    public StatementTarget {
        Objects.requireNonNull(table, "table");
        Objects.requireNonNull(operation, "operation");
    }
}
