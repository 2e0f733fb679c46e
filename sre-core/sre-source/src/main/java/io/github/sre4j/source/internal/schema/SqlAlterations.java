package io.github.sre4j.source.internal.schema;

import io.github.sre4j.source.internal.schema.IndexDefinition.Kind;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies column definitions, constraints and the changes of {@code alter table} to a {@link Schema}. */
final class SqlAlterations {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE;
    private static final String NAME = SqlParts.NAME;
    private static final Pattern CONSTRAINT = Pattern.compile(
            "(?:constraint\\s+" + NAME
                    + "\\s+)?(?:(primary\\s+key)|(unique)(?:\\s+key|\\s+index)?|(foreign\\s+key)|((?:fulltext\\s+|spatial\\s+)?(?:key|index)))"
                    + "\\s*(?:clustered\\s*|nonclustered\\s*)?(?:(?!using\\b)" + NAME
                    + "\\s*)?(?:using\\s+\\w+\\s*)?\\(",
            FLAGS);
    private static final Pattern INLINE_PRIMARY = Pattern.compile("\\bprimary\\s+key\\b", FLAGS);
    private static final Pattern INLINE_UNIQUE = Pattern.compile("\\bunique\\b", FLAGS);
    private static final Pattern INLINE_FOREIGN = Pattern.compile("\\breferences\\b", FLAGS);
    private static final Pattern RENAME_TABLE = Pattern.compile("^rename\\s+(?:to|as)\\s+" + NAME, FLAGS);
    private static final Pattern RENAME_COLUMN =
            Pattern.compile("^rename\\s+(?:column\\s+)?" + NAME + "\\s+to\\s+" + NAME, FLAGS);
    private static final Pattern H2_RENAME_COLUMN =
            Pattern.compile("^alter\\s+(?:column\\s+)?" + NAME + "\\s+rename\\s+to\\s+" + NAME, FLAGS);
    private static final Pattern CHANGE_COLUMN =
            Pattern.compile("^change\\s+(?:column\\s+)?" + NAME + "\\s+" + NAME, FLAGS);
    private static final Pattern DROP_COLUMN =
            Pattern.compile("^drop\\s+(?:column\\s+)?(?:if\\s+exists\\s+)?" + NAME, FLAGS);
    private static final Pattern DROP_NAMED =
            Pattern.compile("^drop\\s+(?:constraint|index|key|foreign\\s+key)\\s+(?:if\\s+exists\\s+)?" + NAME, FLAGS);
    private static final Pattern DROP_PRIMARY = Pattern.compile("^drop\\s+primary\\s+key", FLAGS);
    private static final Pattern ADD_COLUMN =
            Pattern.compile("^add\\s+(?:column\\s+)?(?:if\\s+not\\s+exists\\s+)?(.*)", FLAGS | Pattern.DOTALL);

    private final Schema schema;

    SqlAlterations(Schema schema) {
        this.schema = schema;
    }

    /** Applies a column definition. */
    void column(String table, String definition) {
        String name = SqlParts.name(definition);
        schema.column(table, name);
        if (INLINE_PRIMARY.matcher(definition).find()) {
            schema.index("", table, List.of(name), Kind.PRIMARY_KEY);
        } else if (INLINE_UNIQUE.matcher(definition).find()) {
            schema.index("", table, List.of(name), Kind.UNIQUE);
        }
        if (INLINE_FOREIGN.matcher(definition).find()) {
            schema.index("", table, List.of(name), Kind.FOREIGN_KEY);
        }
    }

    /** Applies a key, index or foreign key that a table definition or alteration names. */
    void constraint(String table, String definition) {
        Matcher found = CONSTRAINT.matcher(definition);
        if (!found.find()) {
            return;
        }
        Kind kind = found.group(2) != null
                ? Kind.PRIMARY_KEY
                : found.group(3) != null ? Kind.UNIQUE : found.group(4) != null ? Kind.FOREIGN_KEY : Kind.INDEX;
        String own = Objects.requireNonNullElse(found.group(1), Objects.requireNonNullElse(found.group(6), ""));
        schema.index(own, table, SqlParts.columns(SqlParts.list(definition, found.end())), kind);
    }

    /** Applies the changes of one {@code alter table} statement. */
    void apply(String table, String changes) {
        for (String change : SqlParts.list(changes + ")", 0)) {
            one(table, change);
        }
    }

    private void one(String table, String change) {
        Matcher match = RENAME_TABLE.matcher(change);
        if (match.find()) {
            schema.renameTable(table, match.group(1));
            return;
        }
        for (Pattern rename : List.of(H2_RENAME_COLUMN, RENAME_COLUMN, CHANGE_COLUMN)) {
            match = rename.matcher(change);
            if (match.find()) {
                schema.renameColumn(table, match.group(1), match.group(2));
                return;
            }
        }
        match = DROP_NAMED.matcher(change);
        if (match.find()) {
            schema.dropIndex(match.group(1));
        } else if (DROP_PRIMARY.matcher(change).find()) {
            schema.dropPrimaryKey(table);
        } else {
            changeColumn(table, change);
        }
    }

    private void changeColumn(String table, String change) {
        Matcher dropped = DROP_COLUMN.matcher(change);
        Matcher added = ADD_COLUMN.matcher(change);
        if (dropped.find()) {
            schema.dropColumn(table, dropped.group(1));
        } else if (added.find()) {
            added(table, added.group(1));
        }
    }

    private void added(String table, String definition) {
        String bare = definition.startsWith("(") && definition.endsWith(")")
                ? definition.substring(1, definition.length() - 1)
                : definition;
        for (String part : SqlParts.list(bare + ")", 0)) {
            if (SqlParts.isConstraint(part)) {
                constraint(table, part);
            } else {
                column(table, part);
            }
        }
    }
}
