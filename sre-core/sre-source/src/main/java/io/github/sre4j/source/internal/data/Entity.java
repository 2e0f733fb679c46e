package io.github.sre4j.source.internal.data;

import io.github.sre4j.source.internal.program.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class whose objects are rows.
 *
 * @param type the class
 * @param table the most likely name of its table
 * @param tables all names its table may have
 * @param entityName the name queries call it by
 * @param columns names a column may have, by field, most likely first
 * @param ids fields of the primary key
 * @param associations fields with rows behind them
 */
record Entity(
        Type type,
        String table,
        Set<String> tables,
        String entityName,
        Map<String, List<String>> columns,
        Set<String> ids,
        List<Association> associations) {

    Entity {
        tables = Set.copyOf(tables);
        columns = Map.copyOf(columns);
        ids = Set.copyOf(ids);
        associations = List.copyOf(associations);
    }

    Optional<Association> association(String field) {
        return associations.stream().filter(each -> each.field().equals(field)).findFirst();
    }

    /** The field a column belongs to. */
    Optional<String> field(String column) {
        return columns.entrySet().stream()
                .filter(each -> each.getValue().contains(column))
                .map(Map.Entry::getKey)
                .sorted()
                .findFirst();
    }
}
