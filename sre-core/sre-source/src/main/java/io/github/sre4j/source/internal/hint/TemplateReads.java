package io.github.sre4j.source.internal.hint;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.source.internal.data.Association;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Lines;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.TypeUse;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.scan.FileTexts;
import io.github.sre4j.source.scan.SourceFile;
import io.github.sre4j.source.scan.SourceLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lazy collections that are read while the answer is written: by a loop of a Thymeleaf template, or by JSON of a list of entities. No Java code shows these reads.
 */
final class TemplateReads implements Rule {

    private static final Pattern EACH =
            Pattern.compile("th:each\\s*=\\s*[\"']\\s*(\\w+)(?:\\s*,\\s*\\w+)?\\s*:\\s*\\$\\{([^}]*)}");
    private static final Pattern READ = Pattern.compile("(?<![\\w.])(\\w+)\\.(\\w+)");
    private static final Set<String> HIDDEN = Set.of("JsonIgnore", "JsonBackReference", "Transient", "XmlTransient");
    private static final int NEAR = 3;

    private final Types types;
    private final Bodies bodies;
    private final DataAccess data;
    private final Map<String, SourceFile> templates = new LinkedHashMap<>();

    TemplateReads(Types types, Bodies bodies, DataAccess data, SourceLayout layout) {
        this.types = types;
        this.bodies = bodies;
        this.data = data;
        for (Path folder : layout.resources()) {
            Path root = folder.resolve("templates");
            FileTexts.below(root, name -> name.endsWith(".html")).keySet().forEach(file -> {
                String name = root.toAbsolutePath()
                        .normalize()
                        .relativize(file)
                        .toString()
                        .replace('\\', '/');
                templates.putIfAbsent(name.substring(0, name.length() - ".html".length()), layout.file(file));
            });
        }
    }

    /** The template files, which snippets may show. */
    Set<SourceFile> files() {
        return new LinkedHashSet<>(templates.values());
    }

    @Override
    public void check(Endpoint endpoint, Consumer<Hint> found) {
        Set<Type> loaded = loaded(endpoint);
        for (Method handler : endpoint.handlers()) {
            for (String view : views(endpoint, handler)) {
                SourceFile file = templates.get(view);
                if (file != null) {
                    template(endpoint, handler, file, loaded, found);
                }
            }
            json(endpoint, handler, found);
        }
    }

    private Set<Type> loaded(Endpoint endpoint) {
        Set<Type> loaded = new LinkedHashSet<>();
        endpoint.accesses().forEach(each -> loaded.addAll(each.access().entities()));
        for (Type each : List.copyOf(loaded)) {
            data.associations(each).stream()
                    .flatMap(association -> Optional.ofNullable(association.target()).stream())
                    .forEach(loaded::add);
        }
        return loaded;
    }

    /** Names of views that the handler, or a method of its class that it calls, returns. */
    private static Set<String> views(Endpoint endpoint, Method handler) {
        Set<String> views = new LinkedHashSet<>();
        endpoint.reach().steps().forEach((method, steps) -> {
            if (steps <= NEAR && method.owner().equals(handler.owner())) {
                results(method.facts().body(), views);
            }
        });
        return views;
    }

    private static void results(List<Step> steps, Set<String> views) {
        for (Step step : steps) {
            if (step instanceof Step.Result result) {
                texts(result.value(), views);
            } else if (step instanceof Step.Local local && local.value() != null) {
                texts(local.value(), views);
            } else if (step instanceof Step.Branch branch) {
                branch.arms().forEach(arm -> results(arm, views));
            }
        }
    }

    private static void texts(Expr expr, Set<String> views) {
        if (expr instanceof Expr.Literal literal && literal.isText()) {
            views.add(literal.value());
        } else if (expr instanceof Expr.Create create) {
            create.arguments().forEach(each -> texts(each, views));
        } else if (expr instanceof Expr.Other other) {
            other.parts().forEach(each -> texts(each, views));
        }
    }

    private void template(Endpoint endpoint, Method handler, SourceFile file, Set<Type> loaded, Consumer<Hint> found) {
        List<String> lines;
        try {
            lines = FileTexts.read(file.path()).lines().toList();
        } catch (IOException e) {
            return;
        }
        Set<String> variables = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Matcher read = READ.matcher(line);
            while (read.find()) {
                if (variables.contains(read.group(1))) {
                    String property = Types.property(read.group(2));
                    for (Type entity : loaded) {
                        Optional<Association> association = data.association(entity, property)
                                .filter(each -> each.lazy() && !each.planned() && !endpoint.fetches(entity, property));
                        if (association.isPresent()) {
                            Map<SourceName, String> names = names(endpoint, handler, entity, association.get());
                            int at = i + 1;
                            found.accept(new Hint(
                                    CodeHint.Kind.LAZY_READ_IN_LOOP,
                                    handler.owner(),
                                    null,
                                    at,
                                    new Lines(at, at, at),
                                    0.7,
                                    names,
                                    file.name()));
                        }
                    }
                }
            }
            Matcher each = EACH.matcher(line);
            while (each.find()) {
                variables.add(each.group(1));
            }
        }
    }

    private Map<SourceName, String> names(Endpoint endpoint, Method handler, Type entity, Association association) {
        Map<SourceName, String> names = new EnumMap<>(SourceName.class);
        names.put(SourceName.ENCLOSING_METHOD, handler.name());
        endpoint.loads(entity).ifPresent(each -> Names.put(names, each, data));
        Names.put(names, entity, association, data);
        return names;
    }

    /** Entities that a handler returns are turned into JSON, collection by collection. */
    private void json(Endpoint endpoint, Method handler, Consumer<Hint> found) {
        boolean body = handler.owner().has("RestController", "ResponseBody", "Path") || handler.has("ResponseBody");
        TypeUse returned = types.use(handler.facts().returns(), handler.owner());
        TypeUse inner = returned.isSingle() ? returned.element() : returned;
        Type entity = inner.isMany() ? inner.innermost().type() : null;
        if (!body || entity == null || !data.isEntity(entity)) {
            return;
        }
        for (Association each : data.associations(entity)) {
            boolean hidden = data.annotations(each.owner(), each.field()).stream()
                    .anyMatch(annotation -> HIDDEN.contains(annotation.simpleName()));
            if (each.lazy() && !each.planned() && !hidden && !endpoint.fetches(entity, each.field())) {
                Map<SourceName, String> names = names(endpoint, handler, entity, each);
                found.accept(Hint.in(handler, lastCall(handler), CodeHint.Kind.LAZY_READ_IN_LOOP, 0.6, names));
            }
        }
    }

    private int lastCall(Method handler) {
        return bodies.sites(handler).stream()
                .mapToInt(Site::line)
                .max()
                .orElse(handler.facts().lines().at());
    }
}
