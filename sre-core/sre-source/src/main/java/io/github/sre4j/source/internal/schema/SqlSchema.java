package io.github.sre4j.source.internal.schema;

import io.github.sre4j.source.internal.schema.IndexDefinition.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies the statements of SQL files to a {@link Schema}, in the order in which they are written. Not thread-safe. */
final class SqlSchema {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final String NAME = SqlParts.NAME;
    private static final Pattern TABLE = Pattern.compile(
            "create\\s+(?:global\\s+|local\\s+|temporary\\s+|cached\\s+|memory\\s+|unlogged\\s+)*table\\s+(?:if\\s+not\\s+exists\\s+)?"
                    + NAME + "\\s*\\(",
            FLAGS);
    private static final Pattern INDEX = Pattern.compile(
            "create\\s+(unique\\s+|bitmap\\s+|clustered\\s+|nonclustered\\s+|fulltext\\s+|spatial\\s+)*index\\s+(?:concurrently\\s+)?"
                    + "(?:if\\s+not\\s+exists\\s+)?(?:(?!on\\s)" + NAME + "\\s+)?on\\s+(?:only\\s+)?" + NAME
                    + "\\s*(?:using\\s+\\w+\\s*)?\\(",
            FLAGS);
    private static final Pattern ALTER =
            Pattern.compile("alter\\s+table\\s+(?:if\\s+exists\\s+)?(?:only\\s+)?" + NAME + "\\s+([^;]*)", FLAGS);
    private static final Pattern DROP_INDEX =
            Pattern.compile("drop\\s+index\\s+(?:concurrently\\s+)?(?:if\\s+exists\\s+)?" + NAME, FLAGS);
    private static final Pattern DROP_TABLE = Pattern.compile("drop\\s+table\\s+(?:if\\s+exists\\s+)?" + NAME, FLAGS);
    private static final Pattern RENAME_TABLE =
            Pattern.compile("rename\\s+table\\s+" + NAME + "\\s+to\\s+" + NAME, FLAGS);
    private static final Pattern SP_RENAME =
            Pattern.compile("sp_rename\\s+N?'([^']+)'\\s*,\\s*N?'([^']+)'(?:\\s*,\\s*N?'(\\w+)')?", FLAGS);

    private final Schema schema;
    private final SqlAlterations alterations;

    SqlSchema(Schema schema) {
        this.schema = schema;
        this.alterations = new SqlAlterations(schema);
    }

    void read(String text) {
        String sql = COMMENT.matcher(text).replaceAll(" ");
        Map<Integer, Runnable> statements = new TreeMap<>();
        Set<String> created = new HashSet<>();
        on(TABLE, sql, statements, found -> {
            created.add(Naming.plain(found.group(1)));
            int end = found.end();
            String table = found.group(1);
            statements.put(found.start(), () -> create(table, SqlParts.list(sql, end)));
        });
        on(INDEX, sql, statements, found -> {
            Kind kind = found.group().toLowerCase(Locale.ROOT).contains("unique") ? Kind.UNIQUE : Kind.INDEX;
            String name = Objects.requireNonNullElse(found.group(2), "");
            String table = found.group(3);
            int end = found.end();
            statements.put(
                    found.start(), () -> schema.index(name, table, SqlParts.columns(SqlParts.list(sql, end)), kind));
        });
        on(ALTER, sql, statements, found -> {
            String table = found.group(1);
            String change = found.group(2);
            statements.put(found.start(), () -> alterations.apply(table, change));
        });
        on(DROP_INDEX, sql, statements, found -> {
            String name = found.group(1);
            statements.put(found.start(), () -> schema.dropIndex(name));
        });
        // A script that drops what it creates resets a database; scripts for other databases may stand beside it.
        on(DROP_TABLE, sql, statements, found -> {
            String name = found.group(1);
            if (!created.contains(Naming.plain(name))) {
                statements.put(found.start(), () -> schema.dropTable(name));
            }
        });
        on(RENAME_TABLE, sql, statements, found -> {
            String from = found.group(1);
            String to = found.group(2);
            statements.put(found.start(), () -> schema.renameTable(from, to));
        });
        on(SP_RENAME, sql, statements, found -> {
            String from = found.group(1);
            String to = found.group(2);
            boolean column = "COLUMN".equalsIgnoreCase(found.group(3));
            statements.put(found.start(), () -> renamed(from, to, column));
        });
        statements.values().forEach(Runnable::run);
    }

    private static void on(Pattern pattern, String sql, Map<Integer, Runnable> statements, Consumer<Matcher> action) {
        Matcher matcher = pattern.matcher(sql);
        while (matcher.find()) {
            if (!statements.containsKey(matcher.start())) {
                action.accept(matcher);
            }
        }
    }

    private void renamed(String from, String to, boolean column) {
        if (!column) {
            schema.renameTable(from, to);
            return;
        }
        int dot = from.lastIndexOf('.');
        if (dot > 0) {
            schema.renameColumn(from.substring(0, dot), from.substring(dot + 1), to);
        }
    }

    private void create(String table, List<String> parts) {
        schema.table(table);
        for (String part : new ArrayList<>(parts)) {
            if (SqlParts.isConstraint(part)) {
                alterations.constraint(table, part);
            } else {
                alterations.column(table, part);
            }
        }
    }
}
