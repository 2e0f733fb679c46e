package io.github.sre4j.source.internal.model;

import java.util.List;

/**
 * A method or constructor.
 *
 * @param name its name, {@code <init>} for constructors and {@code <clinit>} for code that runs with the class
 * @param isStatic whether it is static
 * @param hasBody whether it has a body
 * @param lines where it stands
 * @param annotations on the method
 * @param returns its return type; {@link TypeRef#NONE} for constructors
 * @param parameters its parameters
 * @param body what of its body matters
 */
public record MethodFacts(
        String name,
        boolean isStatic,
        boolean hasBody,
        Lines lines,
        List<AnnotationFacts> annotations,
        TypeRef returns,
        List<Parameter> parameters,
        List<Step> body) {

    /** The name of constructors. */
    public static final String CONSTRUCTOR = "<init>";

    /** The name of initializers. */
    public static final String INITIALIZER = "<clinit>";

    /** Copies the lists. */
    public MethodFacts {
        annotations = List.copyOf(annotations);
        parameters = List.copyOf(parameters);
        body = List.copyOf(body);
    }
}
