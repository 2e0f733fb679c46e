package io.github.sre4j.source.internal.data;

import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.program.Type;
import java.util.List;
import java.util.Set;

/**
 * What a method or call asks of the database.
 *
 * @param rule how it is known
 * @param operations {@code select}, {@code insert}, {@code update}, {@code delete}
 * @param entities the entities it is about
 * @param tables names of the tables it is about
 * @param joined names of tables that it reads along
 * @param filters columns it filters by
 * @param fetched fields of the entities that it fetches along
 * @param repository simple name of the repository, or of the class that asks
 * @param method the repository's method, or the method that asks
 * @param text the statement as {@link StatementText} writes it; empty if it is not in the source
 */
public record Access(
        SourceRule rule,
        Set<String> operations,
        List<Type> entities,
        Set<String> tables,
        Set<String> joined,
        List<Filter> filters,
        Set<String> fetched,
        String repository,
        String method,
        String text) {

    /** Copies the collections. */
    public Access {
        operations = Set.copyOf(operations);
        entities = List.copyOf(entities);
        tables = Set.copyOf(tables);
        joined = Set.copyOf(joined);
        filters = List.copyOf(filters);
        fetched = Set.copyOf(fetched);
    }
}
