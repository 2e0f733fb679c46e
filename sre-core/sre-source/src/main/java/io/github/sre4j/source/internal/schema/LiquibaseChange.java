package io.github.sre4j.source.internal.schema;

import io.github.sre4j.source.internal.schema.IndexDefinition.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * One change of a Liquibase change log, as XML, YAML and JSON name it alike.
 *
 * @param kind its name, such as {@code createIndex}
 * @param attributes its attributes, as text
 * @param columns its columns in order, each by its attributes; constraints of a column are among them
 */
record LiquibaseChange(String kind, Map<String, String> attributes, List<Map<String, String>> columns) {

    LiquibaseChange {
        attributes = Map.copyOf(attributes);
        columns = List.copyOf(columns);
    }

    private String of(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
    }

    void apply(Schema schema) {
        String table = of("tableName");
        switch (kind) {
            case "createTable", "addColumn" -> {
                schema.table(table);
                columns.forEach(column -> column(schema, table, column));
            }
            case "createIndex" ->
                schema.index(
                        of("indexName"),
                        table,
                        columns.stream().map(LiquibaseChange::indexed).toList(),
                        of("unique").equals("true") ? Kind.UNIQUE : Kind.INDEX);
            case "addPrimaryKey" ->
                schema.index(of("constraintName"), table, names(of("columnNames")), Kind.PRIMARY_KEY);
            case "addUniqueConstraint" ->
                schema.index(of("constraintName"), table, names(of("columnNames")), Kind.UNIQUE);
            case "addForeignKeyConstraint" ->
                schema.index(of("constraintName"), of("baseTableName"), names(of("baseColumnNames")), Kind.FOREIGN_KEY);
            case "renameTable" -> schema.renameTable(of("oldTableName"), of("newTableName"));
            case "renameColumn" -> schema.renameColumn(table, of("oldColumnName"), of("newColumnName"));
            case "dropTable" -> schema.dropTable(table);
            case "dropColumn" -> {
                schema.dropColumn(table, of("columnName"));
                columns.forEach(column -> schema.dropColumn(table, column.getOrDefault("name", "")));
            }
            case "dropIndex" -> schema.dropIndex(of("indexName"));
            case "dropUniqueConstraint" -> schema.dropIndex(of("constraintName"));
            case "dropPrimaryKey" -> schema.dropPrimaryKey(table);
            default -> {
                return;
            }
        }
    }

    private static String indexed(Map<String, String> column) {
        String name = column.getOrDefault("name", "");
        List<String> computed = SqlParts.columns(List.of(name));
        return computed.isEmpty() ? name : computed.get(0);
    }

    private static void column(Schema schema, String table, Map<String, String> column) {
        String name = column.getOrDefault("name", "");
        schema.column(table, name);
        if ("true".equals(column.get("primaryKey"))) {
            schema.index("", table, List.of(name), Kind.PRIMARY_KEY);
        } else if ("true".equals(column.get("unique"))) {
            schema.index(column.getOrDefault("uniqueConstraintName", ""), table, List.of(name), Kind.UNIQUE);
        }
        if (column.containsKey("references") || column.containsKey("referencedTableName")) {
            schema.index("", table, List.of(name), Kind.FOREIGN_KEY);
        }
    }
}
