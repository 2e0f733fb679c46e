package io.github.sre4j.source.internal.data;

import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.data.StatementConditions.Comparison;
import io.github.sre4j.source.internal.data.StatementConditions.Condition;
import io.github.sre4j.source.internal.schema.IndexDefinition;
import io.github.sre4j.source.internal.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The indexes of a product's tables, by its migrations and the annotations of its entities. Immutable. */
final class Indexes {

    /** More columns make an index that seldom pays. */
    private static final int MAX_COLUMNS = 3;

    private final Schema schema;
    private final EntityIndexes entities;
    private final boolean indexesForeignKeys;

    Indexes(Schema schema, EntityIndexes entities, Configuration configuration) {
        this.schema = schema;
        this.entities = entities;
        this.indexesForeignKeys =
                List.of("spring.datasource.url", "quarkus.datasource.jdbc.url", "datasources.default.url").stream()
                        .flatMap(key -> configuration.values(key).stream())
                        .anyMatch(url -> url.contains("jdbc:mysql:")
                                || url.contains("jdbc:mariadb:")
                                || url.contains(":mysql:"));
    }

    /**
     * Returns whether no index helps a filter, as far as the product's files tell: none of its columns leads one. Where migrations exist but do not create the
     * table, nothing is known and the result is false.
     */
    boolean lacksIndex(List<Filter> filters) {
        if (filters.isEmpty()) {
            return false;
        }
        for (Filter each : filters) {
            if (each.columns().isEmpty()
                    || (!schema.isEmpty() && each.tables().stream().noneMatch(schema::knows))) {
                return false;
            }
            for (String table : each.tables()) {
                Set<String> leading = leading(table);
                if (each.columns().stream().anyMatch(leading::contains)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Set<String> leading(String table) {
        Set<String> leading = new HashSet<>();
        for (IndexDefinition index : all(table)) {
            String column = index.leading();
            leading.add(column);
            int open = column.indexOf('(');
            if (open > 0) {
                leading.add(column.substring(open + 1, column.length() - 1));
            }
        }
        return leading;
    }

    private List<IndexDefinition> all(String table) {
        List<IndexDefinition> all = new ArrayList<>(entities.of(table));
        schema.find(table).ifPresent(known -> all.addAll(known.indexes()));
        all.removeIf(index -> index.kind() == IndexDefinition.Kind.FOREIGN_KEY && !indexesForeignKeys);
        return all;
    }

    /** Returns what the files tell about an index for a statement's filter. */
    FilterIndex find(StatementTarget target) {
        Optional<StatementConditions> read = Optional.ofNullable(target.sql()).flatMap(StatementConditions::of);
        if (read.isEmpty()
                || !read.get().conjunctive()
                || read.get().conditions().isEmpty()) {
            return FilterIndex.UNKNOWN;
        }
        List<Condition> conditions = read.get().conditions();
        Set<String> tables = new LinkedHashSet<>();
        conditions.forEach(condition -> tables.add(condition.table()));
        // With conditions on several tables only the plan tells which one the database begins with.
        return tables.size() == 1 ? find(tables.iterator().next(), conditions) : FilterIndex.UNKNOWN;
    }

    private FilterIndex find(String table, List<Condition> conditions) {
        Set<String> columns = known(table);
        boolean present = conditions.stream().allMatch(condition -> columns.contains(condition.column()));
        List<IndexDefinition> indexes = all(table);
        for (Condition condition : conditions) {
            for (IndexDefinition index : indexes) {
                boolean serves = condition.comparison() == Comparison.OTHER
                        ? index.leading().equals(condition.expression())
                                || index.leading().equals(condition.column())
                        : index.leading().equals(condition.column());
                if (serves) {
                    return new FilterIndex(
                            FilterIndex.State.PRESENT, table, List.of(condition.expression()), index.declaredIn());
                }
            }
        }
        if (!present) {
            return FilterIndex.UNKNOWN;
        }
        List<String> served = new ArrayList<>();
        conditions.stream()
                .filter(condition -> condition.comparison() == Comparison.EQUAL)
                .map(Condition::column)
                .distinct()
                .limit(MAX_COLUMNS)
                .forEach(served::add);
        conditions.stream()
                .filter(condition -> condition.comparison() == Comparison.RANGE && served.size() < MAX_COLUMNS)
                .map(Condition::column)
                .filter(column -> !served.contains(column))
                .findFirst()
                .ifPresent(served::add);
        return served.isEmpty()
                ? new FilterIndex(
                        FilterIndex.State.NOT_USABLE,
                        table,
                        List.of(conditions.get(0).expression()),
                        "")
                : new FilterIndex(FilterIndex.State.MISSING, table, served, "");
    }

    /** The columns that a table has for certain: by migrations, or, in a product without any, by entities. */
    private Set<String> known(String table) {
        return schema.isEmpty()
                ? entities.columns(table)
                : schema.find(table)
                        .map(known -> known.columns().isEmpty() ? entities.columns(table) : known.columns())
                        .orElse(Set.of());
    }
}
