package io.github.sre4j.source.internal.schema;

import java.util.List;

/**
 * An index of a table, or a constraint that brings one.
 *
 * @param name plain name in lower case; empty if the statement gives none
 * @param columns plain column names in lower case, in order; an expression is written as {@code lower(name)}
 * @param kind the origin of the index
 * @param declaredIn the file that declares it, by its name
 */
public record IndexDefinition(String name, List<String> columns, Kind kind, String declaredIn) {

    /** Origins of an index. */
    public enum Kind {
        /** The index of a primary key. */
        PRIMARY_KEY,
        /** The index of a unique constraint, or a unique index. */
        UNIQUE,
        /** Any other index. */
        INDEX,
        /** A foreign key, for which MySQL and MariaDB create an index and other databases none. */
        FOREIGN_KEY
    }

    /** Copies the list. */
    public IndexDefinition {
        columns = List.copyOf(columns);
    }

    /** Returns the column or expression that leads the index; empty if none is known. */
    public String leading() {
        return columns.isEmpty() ? "" : columns.get(0);
    }

    IndexDefinition renamed(String from, String to) {
        return new IndexDefinition(
                name,
                columns.stream()
                        .map(column -> column.equals(from) ? to : column)
                        .toList(),
                kind,
                declaredIn);
    }
}
