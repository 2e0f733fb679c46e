package io.github.sre4j.source.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads what change logs of Liquibase create: XML, YAML and JSON. */
final class LiquibaseSchema {

    private static final Pattern TAG = Pattern.compile("<(/?)(?:\\w+:)?(\\w+)([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)\\s*=\\s*[\"']([^\"']*)[\"']");
    private static final int DEEPEST = 40;

    private final Schema schema;

    LiquibaseSchema(Schema schema) {
        this.schema = schema;
    }

    void read(String name, String text) {
        if (name.endsWith(".xml")) {
            xml(text);
            return;
        }
        try {
            LoadSettings settings =
                    LoadSettings.builder().setMaxAliasesForCollections(20).build();
            for (Object document : new Load(settings).loadAllFromString(text)) {
                walk(document, 0);
            }
        } catch (YamlEngineException e) {
            // No change log that anything could run.
            return;
        }
    }

    private void xml(String text) {
        String table = "";
        String index = "";
        boolean indexing = false;
        String column = "";
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String element = tag.group(2);
            if (!tag.group(1).isEmpty()) {
                indexing = indexing && !element.equals("createIndex");
                continue;
            }
            String attributes = tag.group(3);
            switch (element) {
                case "createTable" -> {
                    table = attribute(attributes, "tableName");
                    schema.table(table);
                    indexing = false;
                }
                case "createIndex" -> {
                    table = attribute(attributes, "tableName");
                    index = attribute(attributes, "indexName");
                    indexing = true;
                }
                case "column" -> {
                    column = attribute(attributes, "name");
                    if (indexing && !column.isEmpty()) {
                        schema.index(index, table, column);
                        // Only the first column leads.
                        indexing = false;
                    }
                }
                case "constraints" -> {
                    if (attribute(attributes, "primaryKey").equals("true")
                            || attribute(attributes, "unique").equals("true")) {
                        schema.index("", table, column);
                    }
                }
                case "addPrimaryKey", "addUniqueConstraint" ->
                    constraint(attribute(attributes, "tableName"), attribute(attributes, "columnNames"));
                case "dropIndex" -> schema.dropIndex(attribute(attributes, "indexName"));
                case "addColumn" -> table = attribute(attributes, "tableName");
                default -> {
                    continue;
                }
            }
        }
    }

    private void constraint(String table, String columns) {
        if (!table.isEmpty() && !columns.isBlank()) {
            schema.index("", table, columns.split(",", -1)[0].strip());
        }
    }

    private static String attribute(String attributes, String name) {
        Matcher matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        return "";
    }

    private void walk(Object node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node instanceof List<?> list) {
            list.forEach(each -> walk(each, depth + 1));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (value instanceof Map<?, ?> change) {
                    change(String.valueOf(key), change);
                }
                if (value != null) {
                    walk(value, depth + 1);
                }
            });
        }
    }

    private void change(String kind, Map<?, ?> change) {
        String table = text(change, "tableName");
        switch (kind) {
            case "createTable", "addColumn" -> {
                schema.table(table);
                for (Map<?, ?> column : columns(change)) {
                    if (column.get("constraints") instanceof Map<?, ?> constraints
                            && (text(constraints, "primaryKey").equals("true")
                                    || text(constraints, "unique").equals("true"))) {
                        schema.index("", table, text(column, "name"));
                    }
                }
            }
            case "createIndex" ->
                columns(change).stream()
                        .findFirst()
                        .ifPresent(column -> schema.index(text(change, "indexName"), table, text(column, "name")));
            case "addPrimaryKey", "addUniqueConstraint" -> constraint(table, text(change, "columnNames"));
            case "dropIndex" -> schema.dropIndex(text(change, "indexName"));
            default -> {
                return;
            }
        }
    }

    private static List<Map<?, ?>> columns(Map<?, ?> change) {
        List<Map<?, ?>> columns = new ArrayList<>();
        if (change.get("columns") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> wrapped && wrapped.get("column") instanceof Map<?, ?> column) {
                    columns.add(column);
                }
            }
        }
        return columns;
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : String.valueOf(value);
    }
}
