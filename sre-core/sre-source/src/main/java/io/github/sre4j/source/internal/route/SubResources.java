package io.github.sre4j.source.internal.route;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.model.TypeRef;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Types that locators of JAX-RS return. */
final class SubResources {

    private final Sources sources;

    SubResources(Sources sources) {
        this.sources = sources;
    }

    /** Returns what a locator returns: the declared type, of an interface the implementations that the locator creates or all of them. */
    List<Type> of(Method locator) {
        TypeRef returns = locator.facts().returns();
        TypeRef of =
                returns.simpleName().equals("Class") && !returns.arguments().isEmpty()
                        ? returns.arguments().get(0)
                        : returns;
        Optional<Type> declared = sources.program().resolve(of.name(), locator.owner());
        List<Type> created = created(locator).stream()
                .filter(each -> declared.isEmpty()
                        || sources.program().withSuperTypes(each).contains(declared.get()))
                .toList();
        if (!created.isEmpty() || declared.isEmpty()) {
            return created;
        }
        if (isInstance(declared.get())) {
            return List.of(declared.get());
        }
        List<Type> implementations = sources.program().subTypes(declared.get()).stream()
                .filter(SubResources::isInstance)
                .toList();
        return implementations.isEmpty() ? List.of(declared.get()) : implementations;
    }

    private static boolean isInstance(Type type) {
        return !type.isInterface() && !type.facts().isAbstract();
    }

    /** The product's types with mapped methods that a locator creates or names. */
    private List<Type> created(Method locator) {
        Set<Type> types = new LinkedHashSet<>();
        for (Site site : sources.bodies().sites(locator)) {
            List<TypeRef> named = new ArrayList<>();
            if (site.expr() instanceof Expr.Create create) {
                named.add(create.type());
            }
            site.arguments().forEach(each -> {
                if (each instanceof Expr.ClassOf of) {
                    named.add(of.type());
                }
            });
            for (TypeRef each : named) {
                sources.program()
                        .resolve(each.name(), locator.owner())
                        .filter(this::isMapped)
                        .ifPresent(types::add);
            }
        }
        return List.copyOf(types);
    }

    private boolean isMapped(Type type) {
        return type.facts().kind() != TypeFacts.Kind.ANNOTATION
                && sources.program().withSuperTypes(type).stream()
                        .flatMap(each -> each.methods().stream())
                        .anyMatch(each -> each.has("Path", "GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"));
    }
}
