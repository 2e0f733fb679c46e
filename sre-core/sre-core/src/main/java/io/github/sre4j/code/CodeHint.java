package io.github.sre4j.code;

import java.util.Objects;

/**
 * Something in the source code that is known to cost time. A hint alone proves nothing; with a finding in a trace it names the cause.
 *
 * @param kind what
 * @param place where
 */
public record CodeHint(Kind kind, SourceLocation place) {

    /** Refuses null. */
    public CodeHint {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(place, "place");
    }

    /** What the code does. */
    public enum Kind {
        /** A lazy collection or reference is read in a loop over entities. */
        LAZY_READ_IN_LOOP,
        /** A query or repository call stands in a loop. */
        QUERY_IN_LOOP,
        /** A call to a remote service stands in a loop. */
        REMOTE_CALL_IN_LOOP,
        /** An {@code @ElementCollection} or to-many association without a fetch plan. */
        COLLECTION_WITHOUT_FETCH_PLAN,
        /** A remote call inside a transaction. */
        REMOTE_CALL_IN_TRANSACTION,
        /** Calls to remote services one after the other, none of which uses what an earlier one returned. */
        SERIAL_INDEPENDENT_CALLS,
        /** Calls to remote services one after the other, each of which needs what an earlier one returned. */
        SERIAL_DEPENDENT_CALLS,
        /** A query filters by a column that no migration and no annotation gives an index. */
        FILTER_WITHOUT_INDEX
    }
}
