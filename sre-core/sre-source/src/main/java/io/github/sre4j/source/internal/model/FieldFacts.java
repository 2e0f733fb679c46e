package io.github.sre4j.source.internal.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field, a record component or an enum constant.
 *
 * @param name its name
 * @param type its type
 * @param isStatic whether it is static
 * @param lines where it stands
 * @param annotations on the field
 * @param initial its initial value, or null
 */
public record FieldFacts(
        String name,
        TypeRef type,
        boolean isStatic,
        Lines lines,
        List<AnnotationFacts> annotations,
        @Nullable Expr initial) {

    /** Copies the list. */
    public FieldFacts {
        annotations = List.copyOf(annotations);
    }
}
