package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.MethodFacts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which methods of the product a call may end in: by declared type, name and number of arguments, implementations included. Thread-safe. */
public final class Calls {

    /** Interfaces with more implementations are plug-in points; following all of them would find anything anywhere. */
    private static final int MOST_IMPLEMENTATIONS = 8;

    private final Program program;
    private final Types types;
    private final Map<Site, List<Method>> known = new ConcurrentHashMap<>();
    private final Map<String, List<Method>> eventListeners = new ConcurrentHashMap<>();

    /** Calls in a program. */
    public Calls(Program program, Types types) {
        this.program = program;
        this.types = types;
        for (Type type : program.types()) {
            for (Method method : type.methods()) {
                if (method.has("EventListener", "TransactionalEventListener", "ApplicationModuleListener")
                        && !method.facts().parameters().isEmpty()) {
                    String event = method.facts().parameters().get(0).type().simpleName();
                    eventListeners
                            .computeIfAbsent(event, none -> new ArrayList<>())
                            .add(method);
                }
            }
        }
    }

    /** The methods a site may call; empty for libraries. */
    public List<Method> targets(Site site) {
        List<Method> targets = known.get(site);
        if (targets == null) {
            targets = find(site);
            known.put(site, targets);
        }
        return targets;
    }

    private List<Method> find(Site site) {
        Type owner = site.method().owner();
        if (site.expr() instanceof Expr.Create create) {
            return program.resolve(create.type().name(), owner)
                    .map(type -> fitting(
                            type.methods(),
                            MethodFacts.CONSTRUCTOR,
                            create.arguments().size()))
                    .orElse(List.of());
        }
        if (site.expr() instanceof Expr.Call call) {
            if (call.name().equals("publishEvent") && call.arguments().size() == 1) {
                return eventListeners.getOrDefault(
                        types.of(call.arguments().get(0), site.scope()).name(), List.of());
            }
            int arguments = call.arguments().size();
            if (call.receiver() == null) {
                return unqualified(owner, call.name(), arguments);
            }
            List<Method> found = of(site.receiver(), call.name(), arguments);
            return found.isEmpty() ? extensions(owner, site.receiver(), call.name(), arguments) : found;
        }
        if (site.expr() instanceof Expr.Reference reference) {
            return of(site.receiver(), reference.name(), -1);
        }
        return List.of();
    }

    /** Extension functions of Kotlin: their receiver is the first parameter. */
    private List<Method> extensions(Type owner, TypeUse receiver, String name, int arguments) {
        for (Type each : program.fileClasses(name, owner)) {
            List<Method> found = fitting(each.methods(), name, arguments + 1).stream()
                    .filter(method -> extendsType(method, receiver))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static boolean extendsType(Method method, TypeUse receiver) {
        var parameters = method.facts().parameters();
        return !parameters.isEmpty()
                && parameters.get(0).name().equals("this")
                && (receiver.isUnknown()
                        || parameters.get(0).type().simpleName().equals(receiver.name()));
    }

    private List<Method> unqualified(Type owner, String name, int arguments) {
        if (name.equals("this") || name.equals("super")) {
            return List.of();
        }
        for (Optional<Type> each = Optional.of(owner); each.isPresent(); each = each.flatMap(program::outer)) {
            List<Method> found = of(TypeUse.of(each.get()), name, arguments);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (Type each : program.fileClasses(name, owner)) {
            List<Method> found = fitting(each.methods(), name, arguments);
            if (!found.isEmpty()) {
                return found;
            }
        }
        for (String each : owner.unit().imports()) {
            if (each.startsWith("static ") && (each.endsWith("." + name) || each.endsWith(".*"))) {
                String type = each.substring("static ".length(), each.lastIndexOf('.'));
                List<Method> found = program.named(type)
                        .map(named -> of(TypeUse.of(named), name, arguments))
                        .orElse(List.of());
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return List.of();
    }

    private List<Method> of(TypeUse receiver, String name, int arguments) {
        Type type = receiver.type();
        if (type == null) {
            return List.of();
        }
        Set<Method> found = new LinkedHashSet<>(fitting(program.methods(type, name), name, arguments));
        List<Type> subTypes = program.subTypes(type);
        if (subTypes.size() <= MOST_IMPLEMENTATIONS) {
            for (Type each : subTypes) {
                found.addAll(fitting(each.methods(), name, arguments));
            }
        }
        return List.copyOf(found);
    }

    /** The methods of that name; only those with as many parameters, if there are such. */
    private static List<Method> fitting(List<Method> methods, String name, int arguments) {
        List<Method> named =
                methods.stream().filter(each -> each.name().equals(name)).toList();
        List<Method> exact =
                named.stream().filter(each -> each.takes(arguments)).toList();
        return exact.isEmpty() ? named : exact;
    }
}
