package io.github.sre4j.source.route;

import io.github.sre4j.source.compiled.CompiledClasses;
import io.github.sre4j.source.config.Configuration;
import io.github.sre4j.source.model.AnnotationFacts;
import io.github.sre4j.source.model.Expr;
import io.github.sre4j.source.program.Bodies;
import io.github.sre4j.source.program.Method;
import io.github.sre4j.source.program.Program;
import io.github.sre4j.source.program.Type;
import io.github.sre4j.source.program.Types;
import io.github.sre4j.source.program.Values;
import java.util.ArrayList;
import java.util.List;

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
