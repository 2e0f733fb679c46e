package io.github.sre4j.source.internal.model;

import java.util.List;

/**
 * A class, interface, record, enum or annotation type.
 *
 * @param name fully qualified, nested types with {@code $}
 * @param kind what it is
 * @param isAbstract whether it is marked abstract
 * @param lines where it stands
 * @param typeParameters names of its type parameters
 * @param annotations on the type
 * @param superTypes what it extends and implements
 * @param fields fields and record components
 * @param methods methods and constructors
 */
public record TypeFacts(
        String name,
        Kind kind,
        boolean isAbstract,
        Lines lines,
        List<String> typeParameters,
        List<AnnotationFacts> annotations,
        List<TypeRef> superTypes,
        List<FieldFacts> fields,
        List<MethodFacts> methods) {

    /** Copies the lists. */
    public TypeFacts {
        typeParameters = List.copyOf(typeParameters);
        annotations = List.copyOf(annotations);
        superTypes = List.copyOf(superTypes);
        fields = List.copyOf(fields);
        methods = List.copyOf(methods);
    }

    /** Kinds of types. */
    public enum Kind {
        /** A class, also of Kotlin. */
        CLASS,
        /** An interface. */
        INTERFACE,
        /** A record: every component is a field with an accessor of the same name. */
        RECORD,
        /** An enum. */
        ENUM,
        /** An annotation type. */
        ANNOTATION,
        /** The class of the functions and properties that a Kotlin file holds outside of classes. */
        FILE
    }

    /** The name without package and enclosing types. */
    public String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }
}
