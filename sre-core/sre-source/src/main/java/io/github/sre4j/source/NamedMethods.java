package io.github.sre4j.source;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.compiled.CompiledClasses;
import io.github.sre4j.source.internal.model.FileFacts;
import io.github.sre4j.source.internal.model.MethodFacts;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.scan.SourceFile;
import io.github.sre4j.source.scan.SourceScan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds the method that a span or a stack frame names: through proxies, lambdas and anonymous classes. */
final class NamedMethods {

    private final Program program;
    private final Places places;
    private final CompiledClasses compiled;
    private final Map<String, List<SourceFile>> unread = new HashMap<>();
    private final Map<SourceFile, List<Type>> readLater = new ConcurrentHashMap<>();

    NamedMethods(
            Program program,
            Places places,
            CompiledClasses compiled,
            Collection<SourceFile> files,
            Map<SourceFile, FileFacts> read) {
        this.program = program;
        this.places = places;
        this.compiled = compiled;
        for (SourceFile each : files) {
            if (!read.containsKey(each)) {
                unread.computeIfAbsent(each.baseName(), name -> new ArrayList<>())
                        .add(each);
            }
        }
    }

    /** Returns the methods that telemetry names: the one that holds the line, or all of the name. */
    List<Method> methods(String className, String methodName, int line) {
        FrameName written = FrameName.of(className, methodName);
        return written.classNames().stream()
                .flatMap(each -> type(each).stream())
                .findFirst()
                .map(type -> {
                    List<Method> named = methods(type, written.in(type.name()).method());
                    List<Method> held = named.stream()
                            .filter(each -> line > 0 && each.facts().lines().contain(line))
                            .toList();
                    return held.isEmpty() ? named : held;
                })
                .orElse(List.of());
    }

    List<SourceLocation> find(String className, String methodName, int line) {
        FrameName written = FrameName.of(className, methodName);
        Optional<Type> type = Optional.empty();
        for (String each : written.classNames()) {
            type = type.or(() -> type(each));
        }
        if (type.isEmpty()) {
            return List.of();
        }
        FrameName frame = written.in(type.get().name());
        SourceRule rule = line > 0 ? SourceRule.STACK_FRAME : SourceRule.NAMED_METHOD;
        List<SourceLocation> found = new ArrayList<>();
        for (Method each : methods(type.get(), frame.method())) {
            boolean holds = line > 0 && each.facts().lines().contain(line);
            int at = holds ? line : each.facts().lines().at();
            found.add(places.in(each, at, line <= 0 || holds ? 1 : 0.6, rule, Map.of()));
        }
        if (found.stream().noneMatch(each -> each.score() == 1 && line > 0) && line > 0) {
            // The name is a lambda's, an anonymous class's or new: the line tells.
            around(type.get(), line)
                    .ifPresent(each -> found.add(places.in(each, line, frame.inside() ? 0.9 : 0.5, rule, Map.of())));
        }
        return sorted(found, line);
    }

    /** Of several that fit equally well, each gets its share. */
    private static List<SourceLocation> sorted(List<SourceLocation> found, int line) {
        List<SourceLocation> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingDouble((SourceLocation each) -> -each.score())
                .thenComparingInt(SourceLocation::line));
        double best = sorted.isEmpty() ? 0 : sorted.get(0).score();
        if (line > 0 && best == 1) {
            sorted.removeIf(each -> each.score() < best);
        }
        int ties = (int) sorted.stream().filter(each -> each.score() == best).count();
        return sorted.stream().map(each -> ties > 1 ? shared(each, ties) : each).toList();
    }

    private static SourceLocation shared(SourceLocation place, int ties) {
        return new SourceLocation(
                place.file(),
                place.line(),
                place.firstLine(),
                place.lastLine(),
                place.className(),
                place.method(),
                place.score() / ties,
                place.rule(),
                place.names(),
                place.url());
    }

    private List<Method> methods(Type type, String name) {
        String wanted = name.equals(type.simpleName()) ? MethodFacts.CONSTRUCTOR : name;
        for (Type each : program.withSuperTypes(type)) {
            List<Method> own = each.methods().stream()
                    .filter(method -> method.name().equals(wanted))
                    .toList();
            if (!own.isEmpty()) {
                return own;
            }
        }
        return List.of();
    }

    private Optional<Method> around(Type type, int line) {
        return type.methods().stream()
                .filter(each -> each.facts().lines().contain(line))
                .findFirst()
                .or(() -> compiled.methodAt(type.name(), line)
                        .flatMap(name -> methods(type, name).stream().findFirst()));
    }

    private Optional<Type> type(String name) {
        Optional<Type> known = program.named(name);
        if (known.isPresent()) {
            return known;
        }
        // A file that nothing else asked for.
        String outer = name.replaceFirst("\\$.*$", "");
        String simple = outer.substring(outer.lastIndexOf('.') + 1);
        List<SourceFile> files = new ArrayList<>(unread.getOrDefault(simple, List.of()));
        if (simple.endsWith("Kt")) {
            // Functions of a Kotlin file.
            files.addAll(unread.getOrDefault(simple.substring(0, simple.length() - 2), List.of()));
        }
        for (SourceFile file : files) {
            for (Type each : readLater.computeIfAbsent(file, NamedMethods::read)) {
                if (each.name().equals(name)) {
                    return Optional.of(each);
                }
            }
        }
        return Optional.empty();
    }

    private static List<Type> read(SourceFile file) {
        return SourceScan.readOne(file)
                .map(unit -> unit.types().stream()
                        .map(each -> new Type(file, unit, each))
                        .toList())
                .orElse(List.of());
    }
}
