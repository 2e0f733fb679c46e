package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import java.util.List;
import java.util.Optional;

/** Finds annotations by simple name: {@code javax} and {@code jakarta}, and whatever comes next, are the same to it. */
public final class Notes {

    private Notes() {}

    /** The first annotation of one of these simple names. */
    public static Optional<AnnotationFacts> find(List<AnnotationFacts> annotations, String... names) {
        for (AnnotationFacts each : annotations) {
            String simple = each.simpleName();
            for (String name : names) {
                if (simple.equals(name)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    /** The last name of an attribute that holds a constant: {@code LAZY} of {@code FetchType.LAZY}; empty if there is none. */
    public static String constant(AnnotationFacts annotation, String attribute) {
        Expr value = annotation.values().get(attribute);
        if (value instanceof Expr.Select select) {
            return select.name();
        }
        if (value instanceof Expr.Name name) {
            return name.name();
        }
        return value instanceof Expr.Literal literal ? literal.value() : "";
    }
}
