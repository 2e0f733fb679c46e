package io.github.sre4j.source.internal.data;

import java.util.List;
import java.util.Set;

/**
 * A column that a query filters by.
 *
 * @param tables names its table may have
 * @param columns names it may have, the most likely first
 */
public record Filter(Set<String> tables, List<String> columns) {

    /** Copies the collections. */
    public Filter {
        tables = Set.copyOf(tables);
        columns = List.copyOf(columns);
    }

    /** The most likely name. */
    public String column() {
        return columns.isEmpty() ? "" : columns.get(0);
    }
}
