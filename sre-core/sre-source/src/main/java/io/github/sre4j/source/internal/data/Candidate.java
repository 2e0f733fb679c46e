package io.github.sre4j.source.internal.data;

import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place that may make a statement.
 *
 * @param type the class it stands in
 * @param method the method it stands in, or null
 * @param line the line to look at
 * @param lines first and last line of the method or field
 * @param rule how it is known
 * @param operations what it does; empty for anything
 * @param tables the tables it is about
 * @param joined tables it reads along
 * @param filters names of columns it filters by
 * @param names names for proposals
 * @param entity the entity whose presence makes it likely, or null
 * @param text the statement as {@link StatementText} writes it; empty if it is not in the source
 */
public record Candidate(
        Type type,
        @Nullable Method method,
        int line,
        Lines lines,
        SourceRule rule,
        Set<String> operations,
        Set<String> tables,
        Set<String> joined,
        List<Filter> filters,
        Map<SourceName, String> names,
        @Nullable Type entity,
        String text) {

    /** Copies the collections. */
    public Candidate {
        operations = Set.copyOf(operations);
        tables = Set.copyOf(tables);
        joined = Set.copyOf(joined);
        filters = List.copyOf(filters);
        names = Map.copyOf(names);
    }
}
