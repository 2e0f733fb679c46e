package io.github.sre4j.source.internal.program;

import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.FieldFacts;
import io.github.sre4j.source.internal.model.FileFacts;
import io.github.sre4j.source.internal.model.TypeFacts;
import io.github.sre4j.source.internal.model.TypeRef;
import io.github.sre4j.source.scan.SourceFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All types of the product by name, and which extends which. Immutable. */
public final class Program {

    private final Map<String, Type> byName = new LinkedHashMap<>();
    private final Map<String, List<Type>> bySimpleName = new HashMap<>();
    private final Map<Type, List<Type>> direct = new HashMap<>();
    private final Map<Type, List<Type>> extending = new HashMap<>();
    private final Map<Type, List<Type>> above = new HashMap<>();
    private final Map<String, List<Type>> fileClasses = new HashMap<>();

    /** Puts the types of all files together. The first of two with the same name wins, as on a class path. */
    public Program(Map<SourceFile, FileFacts> files) {
        files.forEach((file, unit) -> {
            for (TypeFacts facts : unit.types()) {
                Type type = new Type(file, unit, facts);
                if (byName.putIfAbsent(facts.name(), type) == null) {
                    bySimpleName
                            .computeIfAbsent(facts.simpleName(), name -> new ArrayList<>())
                            .add(type);
                }
            }
        });
        for (Type type : byName.values()) {
            if (type.facts().kind() == TypeFacts.Kind.FILE) {
                fileClasses
                        .computeIfAbsent(type.unit().packageName(), name -> new ArrayList<>())
                        .add(type);
            }
            List<Type> found = new ArrayList<>();
            for (TypeRef each : type.facts().superTypes()) {
                resolve(each.name(), type).ifPresent(found::add);
            }
            direct.put(type, found);
            found.forEach(each ->
                    extending.computeIfAbsent(each, none -> new ArrayList<>()).add(type));
        }
        for (Type type : byName.values()) {
            Set<Type> all = new LinkedHashSet<>();
            collect(type, direct, all);
            above.put(type, List.copyOf(all));
        }
    }

    /** All types, in the order of their files. */
    public Collection<Type> types() {
        return byName.values();
    }

    /** The type of a fully qualified name; nested types with {@code $} or a dot. */
    public Optional<Type> named(String name) {
        Type type = byName.get(name);
        String rest = name;
        while (type == null && rest.lastIndexOf('.') > 0) {
            int dot = rest.lastIndexOf('.');
            rest = rest.substring(0, dot) + "$" + rest.substring(dot + 1);
            type = byName.get(rest);
        }
        return Optional.ofNullable(type);
    }

    /** The types of that simple name. */
    public List<Type> simplyNamed(String name) {
        return bySimpleName.getOrDefault(name, List.of());
    }

    /** The type a name means where it stands in another type; empty for types of libraries. */
    public Optional<Type> resolve(String written, Type context) {
        String name = written.endsWith("[]") ? written.substring(0, written.length() - 2) : written;
        if (name.isEmpty()) {
            return Optional.empty();
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            Optional<Type> full = named(name);
            return full.isPresent()
                    ? full
                    : resolve(name.substring(0, dot), context)
                            .flatMap(outer -> named(
                                    outer.name() + "$" + name.substring(dot + 1).replace('.', '$')));
        }
        // Nested types of this type and of those around it.
        for (String around = context.name(); ; around = around.substring(0, around.lastIndexOf('$'))) {
            Type nested = byName.get(around + "$" + name);
            if (nested != null) {
                return Optional.of(nested);
            }
            if (around.indexOf('$') < 0) {
                break;
            }
        }
        return imported(name, context);
    }

    private Optional<Type> imported(String name, Type context) {
        String packageName = context.unit().packageName();
        for (String each : context.unit().imports()) {
            if (each.endsWith("." + name)) {
                return named(each.startsWith("static ") ? each.substring("static ".length()) : each);
            }
        }
        Type same = byName.get(packageName.isEmpty() ? name : packageName + "." + name);
        if (same != null) {
            return Optional.of(same);
        }
        for (String each : context.unit().imports()) {
            if (each.endsWith(".*") && !each.startsWith("static ")) {
                Optional<Type> type = named(each.substring(0, each.length() - 1) + name);
                if (type.isPresent()) {
                    return type;
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Returns the classes of Kotlin files whose functions and properties of a name can be seen in a type without naming the class.
     *
     * @param name the function's or property's name as written there
     * @param context the type it is written in
     */
    public List<Type> fileClasses(String name, Type context) {
        if (fileClasses.isEmpty()) {
            return List.of();
        }
        Set<Type> visible = new LinkedHashSet<>();
        for (String each : context.unit().imports()) {
            int dot = each.lastIndexOf('.');
            boolean named = each.endsWith("." + name) || each.endsWith(".*");
            if (named && dot > 0 && !each.startsWith("static ")) {
                visible.addAll(fileClasses.getOrDefault(each.substring(0, dot), List.of()));
            }
        }
        visible.addAll(fileClasses.getOrDefault(context.unit().packageName(), List.of()));
        return List.copyOf(visible);
    }

    /** What it extends and implements, directly and not, nearest first; types of libraries are not among them. */
    public List<Type> superTypes(Type type) {
        return above.getOrDefault(type, List.of());
    }

    /** The type and what it extends and implements. */
    public List<Type> withSuperTypes(Type type) {
        List<Type> all = new ArrayList<>();
        all.add(type);
        all.addAll(superTypes(type));
        return all;
    }

    /** What extends or implements it, directly and not. */
    public List<Type> subTypes(Type type) {
        Set<Type> all = new LinkedHashSet<>();
        collect(type, extending, all);
        return List.copyOf(all);
    }

    private static void collect(Type type, Map<Type, List<Type>> next, Set<Type> all) {
        for (Type each : next.getOrDefault(type, List.of())) {
            if (all.add(each)) {
                collect(each, next, all);
            }
        }
    }

    /** Names of all it extends and implements, libraries' types included, as written, with the references that name them. */
    public List<TypeRef> superRefs(Type type) {
        List<TypeRef> all = new ArrayList<>();
        withSuperTypes(type).forEach(each -> all.addAll(each.facts().superTypes()));
        return all;
    }

    /** A field of a type or of what it extends. */
    public Optional<FieldFacts> field(Type type, String name) {
        for (Type each : withSuperTypes(type)) {
            Optional<FieldFacts> field = each.field(name);
            if (field.isPresent()) {
                return field;
            }
        }
        return Optional.empty();
    }

    /** The type around a nested type. */
    public Optional<Type> outer(Type type) {
        int nested = type.name().lastIndexOf('$');
        return nested < 0 ? Optional.empty() : named(type.name().substring(0, nested));
    }

    /** An annotation of one of these simple names, or one of the product's own annotations that carries it. */
    public Optional<AnnotationFacts> meta(List<AnnotationFacts> annotations, Type context, String... names) {
        Optional<AnnotationFacts> own = Notes.find(annotations, names);
        if (own.isPresent()) {
            return own;
        }
        for (AnnotationFacts each : annotations) {
            Optional<Type> declared =
                    resolve(each.name(), context).filter(type -> type.facts().kind() == TypeFacts.Kind.ANNOTATION);
            if (declared.isPresent() && !declared.get().equals(context)) {
                Optional<AnnotationFacts> found = meta(declared.get().facts().annotations(), declared.get(), names);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** The methods a type has itself or from what it extends, nearest first. */
    public List<Method> methods(Type type, String name) {
        List<Method> found = new ArrayList<>();
        for (Type each : withSuperTypes(type)) {
            for (Method method : each.methods()) {
                if (method.name().equals(name)) {
                    found.add(method);
                }
            }
        }
        if (found.isEmpty() && !type.simpleName().equals("Companion")) {
            // Kotlin calls functions of the companion by the name of the class.
            named(type.name() + "$Companion").ifPresent(companion -> found.addAll(methods(companion, name)));
        }
        return found;
    }

    /** Methods of subtypes and supertypes that a method overrides. */
    public List<Method> overridden(Method method) {
        List<Method> found = new ArrayList<>();
        for (Type each : superTypes(method.owner())) {
            for (Method other : each.methods()) {
                if (other.name().equals(method.name())
                        && other.takes(method.facts().parameters().size())) {
                    found.add(other);
                }
            }
        }
        return found;
    }
}
