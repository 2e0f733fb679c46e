package io.github.sre4j.source.internal.schema;

import io.github.sre4j.source.scan.FileTexts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a {@link Schema} from the SQL files and Liquibase change logs of resource directories. Versioned files of Flyway are applied by version, all others
 * before them by path, where numbers count as numbers. Files that undo a change are skipped.
 */
public final class MigrationFiles {

    private static final Pattern VERSION = Pattern.compile("[vb](\\d+(?:[._]\\d+)*)__.*");
    private static final Pattern UNDO =
            Pattern.compile("u\\d+(?:[._]\\d+)*__.*|.*(?:\\bdown\\b|rollback|undo).*\\.sql");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int DIGITS = 20;

    private MigrationFiles() {}

    /** Reads the schema that the files of these directories declare; a file that cannot be read declares nothing. */
    public static Schema read(List<Path> resources) {
        Schema schema = new Schema();
        SqlSchema sql = new SqlSchema(schema);
        LiquibaseSchema liquibase = new LiquibaseSchema(schema, sql);
        for (Path directory : resources) {
            List<Path> files = new ArrayList<>(
                    FileTexts.below(directory, MigrationFiles::mayCreate).keySet());
            files.sort(Comparator.comparing((Path file) -> isVersioned(file))
                    .thenComparing(MigrationFiles::order)
                    .thenComparing(Path::toString));
            files.forEach(file -> read(file, schema, sql, liquibase));
        }
        return schema;
    }

    private static void read(Path file, Schema schema, SqlSchema sql, LiquibaseSchema liquibase) {
        String name = file.getFileName().toString();
        schema.from(name);
        try {
            String text = FileTexts.read(file);
            if (name.toLowerCase(Locale.ROOT).endsWith(".sql")) {
                sql.read(text);
            } else if (text.contains("createIndex") || text.contains("Table") || text.contains("Constraint")) {
                liquibase.read(name, text);
            }
        } catch (IOException e) {
            // A file that cannot be read declares nothing that is known.
            return;
        }
    }

    private static boolean mayCreate(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean format = lower.endsWith(".sql")
                || lower.endsWith(".xml")
                || lower.endsWith(".yaml")
                || lower.endsWith(".yml")
                || lower.endsWith(".json");
        return format && !UNDO.matcher(lower).matches();
    }

    private static boolean isVersioned(Path file) {
        return version(file).matches();
    }

    private static Matcher version(Path file) {
        return VERSION.matcher(file.getFileName().toString().toLowerCase(Locale.ROOT));
    }

    /** Returns a text by which files sort: the version, or the path, with every number padded. */
    private static String order(Path file) {
        Matcher version = version(file);
        String text = version.matches()
                ? version.group(1).replace('_', '.')
                : file.toString().toLowerCase(Locale.ROOT);
        return NUMBER.matcher(text)
                .replaceAll(found ->
                        "0".repeat(Math.max(0, DIGITS - found.group().length())) + found.group());
    }
}
