package io.github.sre4j.source.internal.model;

import java.util.Map;
import java.util.Optional;

/**
 * An annotation.
 *
 * @param name as written, without {@code @}
 * @param values by attribute; one that the source does not name has the name that Java gives it
 */
public record AnnotationFacts(String name, Map<String, Expr> values) {

    /** Copies the map. */
    public AnnotationFacts {
        values = Map.copyOf(values);
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** An attribute as written. */
    public Optional<Expr> value(String attribute) {
        return Optional.ofNullable(values.get(attribute));
    }
}
