package io.github.sre4j.trace;

import org.jspecify.annotations.Nullable;

/**
 * What a database or cache span asked for.
 *
 * @param text the statement as reported, untrusted, or null if the data has none
 * @param system the kind of store, such as {@code H2}, {@code Postgres}, {@code redis}, or null
 * @param instance the database's name, or null; not an identity for in-memory databases
 * @param collection the table, collection or key space, or null
 * @param operation the verb in lower case, such as {@code select} or {@code get}, or null
 * @param truncated whether the text was cut by whoever sent it
 */
public record Statement(
        @Nullable String text,
        @Nullable String system,
        @Nullable String instance,
        @Nullable String collection,
        @Nullable String operation,
        boolean truncated) {}
