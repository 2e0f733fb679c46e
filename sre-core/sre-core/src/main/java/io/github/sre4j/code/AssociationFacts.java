package io.github.sre4j.code;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mapping of an association of a JPA entity, as far as a fetch plan depends on it.
 *
 * @param kind its kind
 * @param batchSize the batch size that applies already, or 0 for none
 * @param batchedBy the declaration of that batch size, such as {@code @BatchSize}; empty for none
 * @param planned whether another fetch plan of Hibernate is declared on it, such as {@code @Fetch}
 * @param target the declaration of the associated entity's class, or null if it is not in the sources
 */
public record AssociationFacts(
        Kind kind,
        int batchSize,
        String batchedBy,
        boolean planned,
        @Nullable SourceLocation target) {

    /** Kinds of associations. */
    public enum Kind {
        /** Many entities or values: the batch size belongs on the field. */
        TO_MANY,
        /** One entity, found by a key in the row itself: the batch size belongs on the class of that entity. */
        TO_ONE,
        /** One entity, found by a key in its own row: no batch size serves it in every version of Hibernate. */
        INVERSE_TO_ONE
    }

    /** Checks for null. */
    public AssociationFacts {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(batchedBy, "batchedBy");
    }

    /** Returns the declaration of the associated entity's class, if it is in the sources. */
    public Optional<SourceLocation> targetClass() {
        return Optional.ofNullable(target);
    }
}
