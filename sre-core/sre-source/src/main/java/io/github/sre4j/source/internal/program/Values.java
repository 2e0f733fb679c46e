package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.compiled.CompiledClasses;
import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Texts that expressions stand for: constants, texts put together, and fields that configuration fills, which become {@code ${key}}.
 *
 * <p>Parts that only a run can tell become {@link #UNKNOWN}.
 */
public final class Values {

    /** Stands for a part of a text that is not known. */
    public static final char UNKNOWN = '\u0000';

    private static final int DEEPEST = 24;
    private static final String NOT_KNOWN = String.valueOf(UNKNOWN);

    private final Program program;
    private final Types types;
    private final CompiledClasses compiled;

    /** Values in a program; compiled classes know the constants that no source holds. */
    public Values(Program program, Types types, CompiledClasses compiled) {
        this.program = program;
        this.types = types;
        this.compiled = compiled;
    }

    /** The texts of an annotation's attribute, each fully known; those that are not are left out. */
    public List<String> texts(@Nullable Expr expr, Type context) {
        if (expr instanceof Expr.Items items) {
            List<String> all = new ArrayList<>();
            items.items().forEach(each -> all.addAll(texts(each, context)));
            return all;
        }
        String text = expr == null ? NOT_KNOWN : text(expr, context, null, 0);
        return text.indexOf(UNKNOWN) >= 0 ? List.of() : List.of(text);
    }

    /** The first text of the first attribute that has one. */
    public Optional<String> text(AnnotationFacts annotation, Type context, String... attributes) {
        for (String each : attributes) {
            List<String> texts = texts(annotation.values().get(each), context);
            if (!texts.isEmpty()) {
                return Optional.of(texts.get(0));
            }
        }
        return Optional.empty();
    }

    /** An expression in a method as text, with {@link #UNKNOWN} for what only a run can tell. */
    public String template(Expr expr, Scope scope) {
        return text(expr, scope.method().owner(), scope, 0);
    }

    /** The parameters of a method. */
    public Scope scope(Method method) {
        return Scope.of(method);
    }

    /** A scope with one more variable. */
    public Scope with(Scope scope, Step.Local local) {
        return scope.with(local.variable().name(), local.variable().type(), TypeUse.UNKNOWN, local.value(), 0);
    }

    private String text(Expr expr, Type context, @Nullable Scope scope, int depth) {
        if (depth > DEEPEST) {
            return NOT_KNOWN;
        }
        if (expr instanceof Expr.Literal literal) {
            return literal.value();
        }
        if (expr instanceof Expr.Join join) {
            StringBuilder all = new StringBuilder();
            join.parts().forEach(each -> all.append(text(each, context, scope, depth + 1)));
            return all.toString();
        }
        if (expr instanceof Expr.Name name) {
            return name(name.name(), context, scope, depth);
        }
        if (expr instanceof Expr.Select select) {
            return select(select, context, scope, depth);
        }
        if (expr instanceof Expr.Call call) {
            return call(call, context, scope, depth);
        }
        return expr instanceof Expr.Cast cast ? text(cast.value(), context, scope, depth + 1) : NOT_KNOWN;
    }

    private String name(String name, Type context, @Nullable Scope scope, int depth) {
        Scope variable = scope == null ? null : scope.find(name);
        if (variable != null) {
            if (variable.value() != null
                    && variable.around() != null
                    && variable.inferred().isUnknown()) {
                return text(variable.value(), context, variable.around(), depth + 1);
            }
            return parameter(variable);
        }
        for (Optional<Type> each = Optional.of(context); each.isPresent(); each = each.flatMap(program::outer)) {
            Optional<String> field = field(each.get(), name, depth);
            if (field.isPresent()) {
                return field.get();
            }
        }
        for (Type each : program.fileClasses(name, context)) {
            if (each.field(name).isPresent()) {
                return field(each, name, depth).orElse(NOT_KNOWN);
            }
        }
        for (String each : context.unit().imports()) {
            if (each.startsWith("static ") && (each.endsWith("." + name) || each.endsWith(".*"))) {
                String type = each.substring("static ".length(), each.lastIndexOf('.'));
                Optional<String> field = program.named(type)
                        .flatMap(named -> field(named, name, depth))
                        .or(() -> compiled.constant(type, name));
                if (field.isPresent()) {
                    return field.get();
                }
            }
        }
        return NOT_KNOWN;
    }

    /** A parameter that configuration fills. */
    private static String parameter(Scope variable) {
        for (Parameter each : variable.method().facts().parameters()) {
            if (each.name().equals(variable.name())) {
                return configured(each.annotations()).orElse(NOT_KNOWN);
            }
        }
        return NOT_KNOWN;
    }

    private static Optional<String> configured(List<AnnotationFacts> annotations) {
        Optional<AnnotationFacts> value = Notes.find(annotations, "Value");
        if (value.isPresent()) {
            return value.flatMap(each -> each.value("value"))
                    .map(each -> each instanceof Expr.Literal literal ? literal.value() : NOT_KNOWN);
        }
        // MicroProfile names the key itself.
        return Notes.find(annotations, "ConfigProperty").flatMap(each -> {
            String fallback =
                    each.values().get("defaultValue") instanceof Expr.Literal literal ? ":" + literal.value() : "";
            return each.value("name")
                    .map(name ->
                            name instanceof Expr.Literal literal ? "${" + literal.value() + fallback + "}" : NOT_KNOWN);
        });
    }

    private String select(Expr.Select select, Type context, @Nullable Scope scope, int depth) {
        if (select.of() instanceof Expr.Name name && name.name().equals("this")) {
            return field(context, select.name(), depth).orElse(NOT_KNOWN);
        }
        String written = written(select.of());
        Optional<Type> type = program.resolve(written, context);
        if (type.isPresent()) {
            return field(type.get(), select.name(), depth).orElse(NOT_KNOWN);
        }
        if (scope != null) {
            TypeUse of = types.of(select.of(), scope);
            if (of.type() != null) {
                return property(of.type(), select.name()).orElse(NOT_KNOWN);
            }
        }
        return imported(written, context)
                .flatMap(name -> compiled.constant(name, select.name()))
                .orElse(NOT_KNOWN);
    }

    private static Optional<String> imported(String simple, Type context) {
        for (String each : context.unit().imports()) {
            if (each.endsWith("." + simple) && !each.startsWith("static ")) {
                return Optional.of(each);
            }
        }
        return simple.isEmpty()
                ? Optional.empty()
                : Optional.of(simple.indexOf('.') > 0 ? simple : context.unit().packageName() + "." + simple);
    }

    private static String written(Expr expr) {
        if (expr instanceof Expr.Select select) {
            String of = written(select.of());
            return of.isEmpty() ? "" : of + "." + select.name();
        }
        return expr instanceof Expr.Name name ? name.name() : "";
    }

    private Optional<String> field(Type type, String name, int depth) {
        for (Type each : program.withSuperTypes(type)) {
            Optional<FieldFacts> field = each.field(name);
            if (field.isPresent()) {
                return Optional.of(field(each, field.get(), depth));
            }
        }
        return Optional.empty();
    }

    private String field(Type type, FieldFacts field, int depth) {
        Expr initial = field.initial();
        if (initial != null) {
            return text(initial, type, null, depth + 1);
        }
        return configured(field.annotations())
                .or(() -> injected(type, field, depth))
                .orElse(NOT_KNOWN);
    }

    /** What the constructor puts into a field. */
    private Optional<String> injected(Type type, FieldFacts field, int depth) {
        for (Method method : type.methods()) {
            if (!method.name().equals(MethodFacts.CONSTRUCTOR)) {
                continue;
            }
            Scope scope = Scope.of(method);
            for (Step step : method.facts().body()) {
                if (step instanceof Step.Local local) {
                    scope = scope.with(
                            local.variable().name(), local.variable().type(), TypeUse.UNKNOWN, local.value(), 0);
                } else if (step instanceof Step.Eval eval
                        && eval.value() instanceof Expr.Assign assign
                        && sets(assign.target(), field.name())) {
                    return Optional.of(text(assign.value(), type, scope, depth + 1));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether an expression is the field of that name. */
    public static boolean sets(Expr target, String field) {
        if (target instanceof Expr.Select select) {
            return select.name().equals(field)
                    && select.of() instanceof Expr.Name of
                    && of.name().equals("this");
        }
        return target instanceof Expr.Name name && name.name().equals(field);
    }

    private String call(Expr.Call call, Type context, @Nullable Scope scope, int depth) {
        List<Expr> arguments = call.arguments();
        if (call.name().equals("formatted") && call.receiver() != null) {
            return formatted(text(call.receiver(), context, scope, depth + 1), arguments, context, scope, depth);
        }
        if (call.name().equals("format")
                && !arguments.isEmpty()
                && written(call.receiver() == null ? call : call.receiver()).equals("String")) {
            return formatted(
                    text(arguments.get(0), context, scope, depth + 1),
                    arguments.subList(1, arguments.size()),
                    context,
                    scope,
                    depth);
        }
        if (call.name().equals("concat") && call.receiver() != null && arguments.size() == 1) {
            return text(call.receiver(), context, scope, depth + 1) + text(arguments.get(0), context, scope, depth + 1);
        }
        boolean wraps = call.name().equals("create")
                || call.name().equals("fromUriString")
                || call.name().equals("fromHttpUrl");
        if (wraps && arguments.size() == 1) {
            return text(arguments.get(0), context, scope, depth + 1);
        }
        boolean passes = List.of("toString", "strip", "trim", "toUri", "toUriString", "build", "path", "queryParam")
                .contains(call.name());
        if (passes && call.receiver() != null) {
            String of = text(call.receiver(), context, scope, depth + 1);
            return call.name().equals("path") && arguments.size() == 1
                    ? of + text(arguments.get(0), context, scope, depth + 1)
                    : of;
        }
        if (arguments.isEmpty() && call.receiver() != null && scope != null) {
            TypeUse receiver = types.of(call.receiver(), scope);
            if (receiver.type() != null) {
                return property(receiver.type(), Types.property(call.name())).orElse(NOT_KNOWN);
            }
        }
        return NOT_KNOWN;
    }

    private String formatted(String format, List<Expr> arguments, Type context, @Nullable Scope scope, int depth) {
        StringBuilder all = new StringBuilder();
        int argument = 0;
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c != '%' || i + 1 == format.length()) {
                all.append(c);
                continue;
            }
            int end = i + 1;
            while (end < format.length() && !Character.isLetter(format.charAt(end)) && format.charAt(end) != '%') {
                end++;
            }
            i = Math.min(end, format.length() - 1);
            if (format.charAt(i) == '%') {
                all.append('%');
            } else if (format.charAt(i) == 'n') {
                all.append('\n');
            } else {
                all.append(
                        argument < arguments.size()
                                ? text(arguments.get(argument), context, scope, depth + 1)
                                : NOT_KNOWN);
                argument++;
            }
        }
        return all.toString();
    }

    /** A property of a class that configuration fills: {@code ${pricing.base-url}}. */
    private Optional<String> property(Type type, String name) {
        Optional<AnnotationFacts> properties = type.annotation("ConfigurationProperties");
        if (properties.isEmpty()) {
            return Optional.empty();
        }
        String prefix = text(properties.get(), type, "prefix", "value").orElse("");
        String kebab = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return Optional.of("${" + (prefix.isEmpty() ? "" : prefix + ".") + kebab + "}");
    }
}
