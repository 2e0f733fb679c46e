package io.github.sre4j.source.internal.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tables with their columns and indexes, after all migrations have been applied in their order. All names are plain and in lower case. Not thread-safe while
 * it is filled, immutable afterwards.
 */
public final class Schema {

    private final Map<String, TableSchema> tables = new HashMap<>();
    private String file = "";

    /** Names the file whose statements follow. */
    void from(String name) {
        file = name;
    }

    void table(String table) {
        if (!table.isBlank()) {
            at(table);
        }
    }

    private TableSchema at(String table) {
        return tables.computeIfAbsent(Naming.plain(table), none -> new TableSchema());
    }

    void column(String table, String column) {
        if (!table.isBlank() && !column.isBlank()) {
            at(table).column(Naming.plain(column));
        }
    }

    void dropTable(String table) {
        tables.remove(Naming.plain(table));
    }

    void renameTable(String from, String to) {
        TableSchema table = tables.remove(Naming.plain(from));
        if (table != null) {
            tables.put(Naming.plain(to), table);
        }
    }

    void renameColumn(String table, String from, String to) {
        find(table).ifPresent(each -> each.rename(Naming.plain(from), Naming.plain(to)));
    }

    void dropColumn(String table, String column) {
        find(table).ifPresent(each -> each.dropColumn(Naming.plain(column)));
    }

    /**
     * Adds an index.
     *
     * @param name its name; empty if it has none
     * @param columns its columns in order; expressions as {@code lower(name)}
     */
    void index(String name, String table, List<String> columns, IndexDefinition.Kind kind) {
        List<String> plain = columns.stream()
                .map(column -> column.contains("(") ? column : Naming.plain(column))
                .filter(column -> !column.isBlank())
                .toList();
        if (!table.isBlank() && !plain.isEmpty()) {
            at(table).index(new IndexDefinition(name.isBlank() ? "" : Naming.plain(name), plain, kind, file));
        }
    }

    /** Removes an index or a constraint, whatever table it belongs to. */
    void dropIndex(String name) {
        String plain = Naming.plain(name);
        tables.values().forEach(table -> table.dropIndexes(index -> index.name().equals(plain)));
    }

    void dropPrimaryKey(String table) {
        find(table).ifPresent(each -> each.dropIndexes(index -> index.kind() == IndexDefinition.Kind.PRIMARY_KEY));
    }

    /** Returns whether no table is declared. */
    public boolean isEmpty() {
        return tables.isEmpty();
    }

    /** Returns a table by its name, whatever its case, quotes and schema. */
    public Optional<TableSchema> find(String table) {
        return Optional.ofNullable(tables.get(Naming.plain(table)));
    }

    /** Returns whether a table is declared. */
    public boolean knows(String table) {
        return find(table).isPresent();
    }
}
