package io.github.sre4j.source.internal.model;

import java.util.List;

/**
 * A parameter of a method or lambda, or the variable of a loop.
 *
 * @param name its name
 * @param type its type, {@link TypeRef#NONE} where the source leaves it to inference
 * @param annotations on the parameter
 */
public record Parameter(String name, TypeRef type, List<AnnotationFacts> annotations) {

    /** Copies the list. */
    public Parameter {
        annotations = List.copyOf(annotations);
    }
}
