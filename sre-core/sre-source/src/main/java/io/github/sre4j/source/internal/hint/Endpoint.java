package io.github.sre4j.source.internal.hint;

import io.github.sre4j.source.internal.data.Access;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Reach;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The code behind an endpoint.
 *
 * @param handlers its handlers
 * @param reach what they reach
 * @param accesses the queries they reach, nearest first
 */
record Endpoint(List<Method> handlers, Reach reach, List<Found> accesses) {

    /**
     * A query and where it stands.
     *
     * @param access the query
     * @param method the method it stands in
     * @param site the call, or null for a repository's method
     */
    record Found(Access access, Method method, @Nullable Site site) {}

    /** The query that loads an entity, if there is one. */
    Optional<Access> loads(Type entity) {
        return accesses.stream()
                .map(Found::access)
                .filter(each ->
                        each.operations().contains("select") && each.entities().contains(entity))
                .findFirst();
    }

    /** Whether a query that loads an entity fetches a field along. */
    boolean fetches(Type entity, String field) {
        return accesses.stream()
                .map(Found::access)
                .anyMatch(each ->
                        each.fetched().contains(field) && each.entities().contains(entity));
    }
}
