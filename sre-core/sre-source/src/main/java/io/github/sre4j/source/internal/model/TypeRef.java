package io.github.sre4j.source.internal.model;

import java.util.List;

/**
 * A type as the source writes it.
 *
 * @param name simple or qualified name without type arguments; arrays end with {@code []}; empty where the source leaves it to inference
 * @param arguments type arguments
 */
public record TypeRef(String name, List<TypeRef> arguments) {

    /** No type, or none known. */
    public static final TypeRef NONE = new TypeRef("", List.of());

    /** Copies the list. */
    public TypeRef {
        arguments = List.copyOf(arguments);
    }

    /** A type without arguments. */
    public static TypeRef of(String name) {
        return new TypeRef(name, List.of());
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
