package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.compiled.CompiledClasses;
import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.internal.program.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What finders of routes read.
 *
 * @param program the product's types
 * @param types types of expressions
 * @param bodies what methods do
 * @param values texts of expressions
 * @param configuration values of placeholders
 * @param compiled compiled classes
 */
public record Sources(
        Program program,
        Types types,
        Bodies bodies,
        Values values,
        Configuration configuration,
        CompiledClasses compiled) {

    /** The texts of an annotation's attribute: from the source, else from the compiled class; placeholders filled. */
    List<String> texts(AnnotationFacts annotation, Type owner, Method method, String attribute) {
        Expr value = annotation.values().get(attribute);
        if (value == null) {
            return List.of();
        }
        List<String> texts = values.texts(value, owner);
        if (texts.isEmpty()) {
            texts = compiled.annotation(
                    owner.name(),
                    method.name(),
                    method.facts().parameters().size(),
                    annotation.simpleName(),
                    attribute);
        }
        return resolved(texts);
    }

    /** The same for an annotation of a type. */
    List<String> texts(AnnotationFacts annotation, Type owner, String attribute) {
        Expr value = annotation.values().get(attribute);
        if (value == null) {
            return List.of();
        }
        List<String> texts = values.texts(value, owner);
        return resolved(
                texts.isEmpty() ? compiled.annotation(owner.name(), "", 0, annotation.simpleName(), attribute) : texts);
    }

    /**
     * Reads the paths of an annotation: from the source, else from the compiled class.
     *
     * @param annotation the annotation
     * @param owner the type it is written in
     * @param method the method it is on, or null for the type itself
     * @param attributes attributes that hold paths; the first one that is written counts
     * @return the root if none is written
     */
    PathTemplates paths(AnnotationFacts annotation, Type owner, @Nullable Method method, List<String> attributes) {
        for (String attribute : attributes) {
            Expr value = annotation.values().get(attribute);
            if (value != null
                    && !(value instanceof Expr.Items items && items.items().isEmpty())) {
                return paths(value, annotation, owner, method, attribute);
            }
        }
        return PathTemplates.ROOT;
    }

    private PathTemplates paths(
            Expr value, AnnotationFacts annotation, Type owner, @Nullable Method method, String attribute) {
        List<Expr> items = value instanceof Expr.Items many ? many.items() : List.of(value);
        List<String> texts = new ArrayList<>();
        boolean complete = true;
        for (Expr each : items) {
            List<String> known = values.texts(each, owner);
            texts.addAll(known);
            complete &= !known.isEmpty();
        }
        if (!complete) {
            List<String> constants = compiled.annotation(
                    owner.name(),
                    method == null ? "" : method.name(),
                    method == null ? 0 : method.facts().parameters().size(),
                    annotation.simpleName(),
                    attribute);
            return PathTemplates.of(constants.isEmpty() ? texts : constants, !constants.isEmpty(), this);
        }
        return PathTemplates.of(texts, true, this);
    }

    /** Texts with placeholders filled. */
    List<String> resolved(List<String> texts) {
        List<String> all = new ArrayList<>();
        texts.forEach(each -> all.addAll(configuration.resolve(each)));
        return all;
    }

    /** The method with a body that runs when a type's method is called; the method itself if there is none. */
    Method implementation(Type type, Method declared) {
        for (Type each : program.withSuperTypes(type)) {
            for (Method method : each.methods()) {
                if (method.name().equals(declared.name())
                        && method.facts().hasBody()
                        && method.facts().parameters().size()
                                == declared.facts().parameters().size()) {
                    return method;
                }
            }
        }
        return declared;
    }
}
