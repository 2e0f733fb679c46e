package io.github.sre4j.source.internal.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The columns and indexes of one table, as far as the migrations read so far declare them. Not thread-safe. */
public final class TableSchema {

    private final Set<String> columns = new LinkedHashSet<>();
    private final List<IndexDefinition> indexes = new ArrayList<>();

    void column(String name) {
        columns.add(name);
    }

    void index(IndexDefinition index) {
        indexes.add(index);
    }

    void rename(String from, String to) {
        if (columns.remove(from)) {
            columns.add(to);
        }
        indexes.replaceAll(index -> index.renamed(from, to));
    }

    void dropColumn(String name) {
        columns.remove(name);
        indexes.removeIf(index -> index.columns().contains(name));
    }

    boolean dropIndexes(Predicate<IndexDefinition> which) {
        return indexes.removeIf(which);
    }

    /** Returns the known columns; empty if no statement lists them. */
    public Set<String> columns() {
        return columns;
    }

    /** Returns the indexes in the order in which they are declared. */
    public List<IndexDefinition> indexes() {
        return indexes;
    }
}
