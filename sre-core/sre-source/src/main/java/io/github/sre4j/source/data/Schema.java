package io.github.sre4j.source.data;

import io.github.sre4j.source.scan.FileTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables and the first columns of their indexes, as SQL files and Liquibase's change logs create them. Indexes that a database makes by itself for foreign keys are
 * not counted: most databases make none.
 */
final class Schema {

    private final Map<String, Set<String>> leading = new HashMap<>();
    private final Map<String, Map.Entry<String, String>> named = new HashMap<>();

    static Schema read(List<Path> resources) {
        Schema schema = new Schema();
        SqlSchema sql = new SqlSchema(schema);
        LiquibaseSchema liquibase = new LiquibaseSchema(schema);
        for (Path folder : resources) {
            for (Path file : FileTexts.below(folder, Schema::mayCreate).keySet()) {
                try {
                    String text = FileTexts.read(file);
                    String name = file.getFileName().toString();
                    if (name.endsWith(".sql")) {
                        sql.read(text);
                    } else if (text.contains("createIndex")
                            || text.contains("createTable")
                            || text.contains("Constraint")) {
                        liquibase.read(name, text);
                    }
                } catch (IOException e) {
                    // A file that cannot be read creates nothing that is known.
                }
            }
        }
        return schema;
    }

    private static boolean mayCreate(String name) {
        return name.endsWith(".sql")
                || name.endsWith(".xml")
                || name.endsWith(".yaml")
                || name.endsWith(".yml")
                || name.endsWith(".json");
    }

    void table(String table) {
        leading.computeIfAbsent(Naming.plain(table), none -> new HashSet<>());
    }

    void index(String name, String table, String column) {
        leading.computeIfAbsent(Naming.plain(table), none -> new HashSet<>()).add(Naming.plain(column));
        if (!name.isEmpty()) {
            named.put(Naming.plain(name), Map.entry(Naming.plain(table), Naming.plain(column)));
        }
    }

    void dropIndex(String name) {
        Map.Entry<String, String> index = named.remove(Naming.plain(name));
        if (index != null && !named.containsValue(index)) {
            leading.getOrDefault(index.getKey(), new HashSet<>()).remove(index.getValue());
        }
    }

    boolean isEmpty() {
        return leading.isEmpty();
    }

    boolean knows(String table) {
        return leading.containsKey(table);
    }

    Set<String> leading(String table) {
        return leading.getOrDefault(table, Set.of());
    }
}
