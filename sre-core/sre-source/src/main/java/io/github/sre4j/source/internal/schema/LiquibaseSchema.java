package io.github.sre4j.source.internal.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Applies the change logs of Liquibase to a {@link Schema}: XML, YAML and JSON, with the SQL they hold. Rollbacks are skipped. Not thread-safe. */
final class LiquibaseSchema {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern ROLLBACK =
            Pattern.compile("<(?:\\w+:)?rollback\\b[^>]*?(?:/>|>.*?</(?:\\w+:)?rollback>)", Pattern.DOTALL);
    private static final Pattern SQL = Pattern.compile("<(?:\\w+:)?sql\\b[^>]*>(.*?)</(?:\\w+:)?sql>", Pattern.DOTALL);
    private static final Pattern CDATA = Pattern.compile("<!\\[CDATA\\[(.*?)]]>", Pattern.DOTALL);
    private static final Pattern TAG =
            Pattern.compile("<(/?)(?:\\w+:)?(\\w+)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*?)(/?)>", Pattern.DOTALL);
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Set<String> CHANGES = Set.of(
            "createTable",
            "addColumn",
            "createIndex",
            "addPrimaryKey",
            "addUniqueConstraint",
            "addForeignKeyConstraint",
            "renameTable",
            "renameColumn",
            "dropTable",
            "dropColumn",
            "dropIndex",
            "dropUniqueConstraint",
            "dropPrimaryKey");
    private static final int MAX_DEPTH = 40;

    private final Schema schema;
    private final SqlSchema sql;

    LiquibaseSchema(Schema schema, SqlSchema sql) {
        this.schema = schema;
        this.sql = sql;
    }

    void read(String name, String text) {
        if (name.endsWith(".xml")) {
            xml(ROLLBACK.matcher(COMMENT.matcher(text).replaceAll("")).replaceAll(""));
            return;
        }
        try {
            LoadSettings settings =
                    LoadSettings.builder().setMaxAliasesForCollections(20).build();
            for (Object document : new Load(settings).loadAllFromString(text)) {
                walk(document, 0);
            }
        } catch (YamlEngineException e) {
            // Not a change log that Liquibase could run.
            return;
        }
    }

    private void xml(String text) {
        int from = 0;
        Matcher statement = SQL.matcher(text);
        while (statement.find()) {
            tags(text.substring(from, statement.start()));
            sql.read(CDATA.matcher(statement.group(1)).replaceAll("$1"));
            from = statement.end();
        }
        tags(text.substring(from));
    }

    private void tags(String text) {
        String open = "";
        Map<String, String> attributes = Map.of();
        List<Map<String, String>> columns = new ArrayList<>();
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            String element = tag.group(2);
            boolean closes = !tag.group(1).isEmpty();
            boolean empty = !tag.group(4).isEmpty();
            if (closes) {
                if (element.equals(open)) {
                    new LiquibaseChange(open, attributes, columns).apply(schema);
                    open = "";
                }
            } else if (CHANGES.contains(element)) {
                attributes = attributes(tag.group(3));
                columns = new ArrayList<>();
                open = element;
                if (empty) {
                    new LiquibaseChange(open, attributes, columns).apply(schema);
                    open = "";
                }
            } else if (element.equals("column")) {
                columns.add(new HashMap<>(attributes(tag.group(3))));
            } else if (element.equals("constraints") && !columns.isEmpty()) {
                columns.get(columns.size() - 1).putAll(attributes(tag.group(3)));
            }
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text);
        while (matcher.find()) {
            attributes.put(matcher.group(1), matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return attributes;
    }

    private void walk(Object node, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        if (node instanceof List<?> list) {
            list.forEach(each -> walk(each, depth + 1));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> entry(String.valueOf(key), value, depth));
        }
    }

    private void entry(String key, Object value, int depth) {
        if (key.equals("rollback") || value == null) {
            return;
        }
        if (CHANGES.contains(key) && value instanceof Map<?, ?> change) {
            new LiquibaseChange(key, texts(change), columns(change)).apply(schema);
        } else if (key.equals("sql") && value instanceof Map<?, ?> statement) {
            sql.read(String.valueOf(statement.get("sql")));
        } else if (key.equals("sql") && value instanceof String statement) {
            sql.read(statement);
        } else {
            walk(value, depth + 1);
        }
    }

    private static Map<String, String> texts(Map<?, ?> map) {
        Map<String, String> texts = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (value != null && !(value instanceof List<?>) && !(value instanceof Map<?, ?>)) {
                texts.put(String.valueOf(key), String.valueOf(value));
            }
        });
        return texts;
    }

    private static List<Map<String, String>> columns(Map<?, ?> change) {
        List<Map<String, String>> columns = new ArrayList<>();
        if (change.get("columns") instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof Map<?, ?> wrapped && wrapped.get("column") instanceof Map<?, ?> column) {
                    Map<String, String> texts = texts(column);
                    if (column.get("constraints") instanceof Map<?, ?> constraints) {
                        texts.putAll(texts(constraints));
                    }
                    columns.add(texts);
                }
            }
        }
        return columns;
    }
}
