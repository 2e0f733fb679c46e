package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.model.TypeRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types of expressions, as far as declared types, generics of common containers and accessors tell. */
public final class Types {

    private static final int DEEPEST = 24;

    private static final Set<String> SAME = Set.of(
            "stream",
            "parallelStream",
            "filter",
            "sorted",
            "limit",
            "distinct",
            "skip",
            "peek",
            "toList",
            "collect",
            "iterator",
            "reversed",
            "subList",
            "values",
            "parallel",
            "sequential",
            "getContent",
            "or",
            "toSet",
            "collectList",
            "listIterator",
            "findFirst",
            "findAny",
            "first",
            "asFlow",
            "takeWhile",
            "dropWhile",
            "thenMany",
            "clone");
    private static final Set<String> ELEMENT = Set.of(
            "get",
            "getFirst",
            "getLast",
            "orElse",
            "orElseThrow",
            "orElseGet",
            "next",
            "remove",
            "poll",
            "pop",
            "peekFirst",
            "peekLast",
            "block",
            "join",
            "getOrDefault",
            "getBody",
            "blockFirst",
            "resultNow",
            "await",
            "single",
            "computeIfAbsent",
            "put");
    private static final Set<String> MAPPED =
            Set.of("map", "mapToObj", "thenApply", "thenApplyAsync", "mapNotNull", "flatMapIterable");
    private static final Set<String> FLAT = Set.of("flatMap", "thenCompose", "flatMapMany", "concatMap", "mapMulti");
    private static final Set<String> WRAPPING =
            Set.of("of", "ofNullable", "asList", "just", "copyOf", "ok", "completedFuture", "fromIterable", "from");
    private static final List<String> LIST_OF_ENTITIES =
            List.of("findAll", "findAllById", "saveAll", "listAll", "saveAllAndFlush");
    private static final Set<String> ENTITY = Set.of("save", "saveAndFlush", "getReferenceById", "getById", "getOne");

    private final Program program;

    /** Types in a program. */
    public Types(Program program) {
        this.program = program;
    }

    /** A written type where it stands. */
    public TypeUse use(TypeRef ref, Type context) {
        if (ref.name().isEmpty()) {
            return TypeUse.UNKNOWN;
        }
        List<TypeUse> arguments = new ArrayList<>(ref.arguments().size());
        for (TypeRef each : ref.arguments()) {
            arguments.add(use(each, context));
        }
        return new TypeUse(
                ref.simpleName(),
                ref.name().endsWith("[]")
                        ? null
                        : program.resolve(ref.name(), context).orElse(null),
                arguments,
                false);
    }

    /** The type of an expression; unknown where it cannot be told. */
    public TypeUse of(@Nullable Expr expr, Scope scope) {
        return of(expr, scope, 0);
    }

    private TypeUse of(@Nullable Expr expr, Scope scope, int depth) {
        Type owner = scope.method().owner();
        if (expr == null || depth > DEEPEST) {
            return TypeUse.UNKNOWN;
        }
        if (expr instanceof Expr.Name name) {
            return name(name.name(), scope, depth);
        }
        if (expr instanceof Expr.Select select) {
            TypeUse of = of(select.of(), scope, depth + 1);
            if (of.type() != null) {
                Optional<TypeUse> field = field(of.type(), select.name());
                if (field.isPresent()) {
                    return field.get();
                }
            }
            return program.resolve(qualified(select), owner)
                    .map(type -> new TypeUse(type.simpleName(), type, List.of(), true))
                    .orElse(TypeUse.UNKNOWN);
        }
        if (expr instanceof Expr.Call call) {
            return call(call, scope, depth);
        }
        if (expr instanceof Expr.Create create) {
            return use(create.type(), owner);
        }
        if (expr instanceof Expr.Cast cast) {
            return use(cast.type(), owner);
        }
        if (expr instanceof Expr.Assign assign) {
            return of(assign.value(), scope, depth + 1);
        }
        if (expr instanceof Expr.Other other) {
            for (int i = other.parts().size() - 1; i >= 0; i--) {
                TypeUse type = of(other.parts().get(i), scope, depth + 1);
                if (!type.isUnknown()) {
                    return type;
                }
            }
        }
        return expr instanceof Expr.Literal literal && literal.isText()
                ? new TypeUse("String", null, List.of(), false)
                : TypeUse.UNKNOWN;
    }

    private TypeUse name(String name, Scope scope, int depth) {
        Type owner = scope.method().owner();
        Scope variable = scope.find(name);
        if (name.equals("this") && variable == null) {
            return TypeUse.of(owner);
        }
        if (name.equals("super")) {
            return program.superTypes(owner).stream()
                    .findFirst()
                    .map(TypeUse::of)
                    .orElse(TypeUse.UNKNOWN);
        }
        if (variable != null) {
            TypeUse declared = use(variable.declared(), owner);
            if (!declared.isUnknown()) {
                return declared;
            }
            if (!variable.inferred().isUnknown() || variable.around() == null) {
                return variable.inferred();
            }
            return of(variable.value(), variable.around(), depth + 1);
        }
        for (Optional<Type> each = Optional.of(owner); each.isPresent(); each = each.flatMap(program::outer)) {
            Optional<TypeUse> field = field(each.get(), name);
            if (field.isPresent()) {
                return field.get();
            }
        }
        for (Type each : program.fileClasses(name, owner)) {
            Optional<TypeUse> field = field(each, name);
            if (field.isPresent()) {
                return field.get();
            }
        }
        return program.resolve(name, owner)
                .map(type -> new TypeUse(type.simpleName(), type, List.of(), true))
                .orElseGet(() -> Character.isUpperCase(name.charAt(0))
                        ? new TypeUse(name, null, List.of(), true)
                        : TypeUse.UNKNOWN);
    }

    private static String qualified(Expr expr) {
        if (expr instanceof Expr.Select select) {
            String of = qualified(select.of());
            return of.isEmpty() ? "" : of + "." + select.name();
        }
        return expr instanceof Expr.Name name ? name.name() : "";
    }

    /** The type of a field of a type or of what it extends. */
    public Optional<TypeUse> field(Type type, String name) {
        for (Type each : program.withSuperTypes(type)) {
            Optional<FieldFacts> field = each.field(name);
            if (field.isPresent()) {
                return Optional.of(use(field.get().type(), each));
            }
        }
        return Optional.empty();
    }

    private TypeUse call(Expr.Call call, Scope scope, int depth) {
        Type owner = scope.method().owner();
        if (call.receiver() == null) {
            for (Optional<Type> each = Optional.of(owner); each.isPresent(); each = each.flatMap(program::outer)) {
                Optional<TypeUse> type = returned(each.get(), call);
                if (type.isPresent()) {
                    return type.get();
                }
            }
            for (Type each : program.fileClasses(call.name(), owner)) {
                Optional<TypeUse> type = returned(each, call);
                if (type.isPresent()) {
                    return type.get();
                }
            }
            return TypeUse.UNKNOWN;
        }
        TypeUse receiver = of(call.receiver(), scope, depth + 1);
        if (receiver.type() != null) {
            return returned(receiver.type(), call)
                    .or(() -> accessed(receiver, call))
                    .or(() -> inherited(receiver, call))
                    .orElse(TypeUse.UNKNOWN);
        }
        return library(receiver, call, scope, depth);
    }

    private Optional<TypeUse> returned(Type type, Expr.Call call) {
        Method best = null;
        for (Method method : program.methods(type, call.name())) {
            if (best == null
                    || (!best.takes(call.arguments().size())
                            && method.takes(call.arguments().size()))) {
                best = method;
            }
        }
        return best == null ? Optional.empty() : Optional.of(use(best.facts().returns(), best.owner()));
    }

    /** What accessors that no source shows return: those of records, Lombok and Kotlin. */
    private Optional<TypeUse> accessed(TypeUse receiver, Expr.Call call) {
        Type type = receiver.type();
        return type == null || !call.arguments().isEmpty() ? Optional.empty() : field(type, property(call.name()));
    }

    /** The property an accessor reads: {@code pets} for {@code getPets}, {@code isPets} and {@code pets}. */
    public static String property(String accessor) {
        for (String prefix : List.of("get", "is")) {
            if (accessor.length() > prefix.length()
                    && accessor.startsWith(prefix)
                    && Character.isUpperCase(accessor.charAt(prefix.length()))) {
                String rest = accessor.substring(prefix.length());
                return rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1);
            }
        }
        return accessor;
    }

    private Optional<TypeUse> inherited(TypeUse receiver, Expr.Call call) {
        Optional<TypeUse> entity = receiver.type() == null ? Optional.empty() : entity(receiver.type());
        if (entity.isEmpty()) {
            return Optional.empty();
        }
        if (LIST_OF_ENTITIES.contains(call.name())) {
            return Optional.of(TypeUse.of("List", entity.get()));
        }
        if (call.name().equals("findById") || call.name().equals("findOne")) {
            return Optional.of(TypeUse.of("Optional", entity.get()));
        }
        return ENTITY.contains(call.name()) ? entity : Optional.empty();
    }

    /** The entity a repository is for: the first argument of the library's repository it extends. */
    public Optional<TypeUse> entity(Type repository) {
        for (Type each : program.withSuperTypes(repository)) {
            for (TypeRef ref : each.facts().superTypes()) {
                if (!ref.arguments().isEmpty()
                        && (ref.simpleName().endsWith("Repository")
                                || ref.simpleName().endsWith("RepositoryBase"))) {
                    TypeUse entity = use(ref.arguments().get(0), each);
                    if (entity.type() != null) {
                        return Optional.of(entity);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private TypeUse library(TypeUse receiver, Expr.Call call, Scope scope, int depth) {
        String name = call.name();
        if (receiver.isStatic()) {
            return WRAPPING.contains(name) && !call.arguments().isEmpty()
                    ? wrapped(receiver.name(), of(call.arguments().get(0), scope, depth + 1))
                    : TypeUse.UNKNOWN;
        }
        if (receiver.arguments().isEmpty()) {
            return TypeUse.UNKNOWN;
        }
        if (name.equals("keySet")) {
            return TypeUse.of("Set", receiver.arguments().get(0));
        }
        if (name.equals("entrySet")) {
            return TypeUse.of("Set", new TypeUse("Entry", null, receiver.arguments(), false));
        }
        if (receiver.name().endsWith("Entry")) {
            return name.equals("getKey")
                    ? receiver.arguments().get(0)
                    : name.equals("getValue") ? receiver.element() : TypeUse.UNKNOWN;
        }
        if (name.equals("findFirst") || name.equals("findAny") || name.equals("min") || name.equals("max")) {
            return TypeUse.of("Optional", receiver.element());
        }
        if (name.equals("values")) {
            return TypeUse.of("Collection", receiver.element());
        }
        if (SAME.contains(name)) {
            return receiver;
        }
        if (ELEMENT.contains(name)) {
            return receiver.element();
        }
        boolean flat = FLAT.contains(name);
        if ((flat || MAPPED.contains(name)) && !call.arguments().isEmpty()) {
            TypeUse result = result(call.arguments().get(0), receiver.element(), scope, depth + 1);
            TypeUse held = flat && !result.arguments().isEmpty() ? result.element() : result;
            return TypeUse.of(receiver.name(), held);
        }
        return TypeUse.UNKNOWN;
    }

    private static TypeUse wrapped(String container, TypeUse argument) {
        boolean copies = container.equals("List") || container.equals("Set") || container.equals("Stream");
        TypeUse held = copies && argument.isMany() && !argument.arguments().isEmpty() ? argument.element() : argument;
        return TypeUse.of(container.equals("Arrays") ? "List" : container, held);
    }

    /** What a lambda or method reference returns for an argument. */
    private TypeUse result(Expr function, TypeUse argument, Scope scope, int depth) {
        if (function instanceof Expr.Function lambda) {
            Scope inner = scope;
            for (var each : lambda.parameters()) {
                inner = inner.with(each.name(), each.type(), argument, null, 1);
            }
            for (Step step : lambda.body()) {
                if (step instanceof Step.Local local) {
                    inner = inner.with(
                            local.variable().name(), local.variable().type(), TypeUse.UNKNOWN, local.value(), 1);
                } else if (step instanceof Step.Result result) {
                    TypeUse type = of(result.value(), inner, depth + 1);
                    if (!type.isUnknown()) {
                        return type;
                    }
                }
            }
            return TypeUse.UNKNOWN;
        }
        if (function instanceof Expr.Reference reference) {
            TypeUse of = of(reference.of(), scope, depth + 1);
            if (reference.name().equals(MethodFacts.CONSTRUCTOR)) {
                return new TypeUse(of.name(), of.type(), of.arguments(), false);
            }
            if (of.type() != null) {
                Expr.Call call = new Expr.Call(reference.line(), null, reference.name(), List.of());
                return returned(of.type(), call).or(() -> accessed(of, call)).orElse(TypeUse.UNKNOWN);
            }
        }
        return TypeUse.UNKNOWN;
    }
}
