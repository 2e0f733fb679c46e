package io.github.sre4j.source.internal.route;

import io.github.sre4j.code.HandlerGap;
import io.github.sre4j.source.internal.model.TypeRef;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.scan.UnreadTexts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out why endpoints have no certain handler. Thread-safe. */
public final class RouteGaps {

    private static final String[] CONTROLLERS = {"Controller", "RestController", "Path"};

    private static final Pattern CONTROLLER_NAME =
            Pattern.compile("\\w*(?:Controller|Resource|Endpoint|Handler|Api(?:Impl)?|RestService)");

    private static final Set<String> LIBRARIES =
            Set.of("java", "javax", "jakarta", "kotlin", "org.springframework", "io.micronaut", "org.slf4j");

    private static final int MAX_NAMES = 3;

    private final Handlers handlers;
    private final UnreadTexts unread;
    private final List<String> missing;

    /** Gaps of an index. */
    public RouteGaps(Handlers handlers, Sources sources, UnreadTexts unread) {
        this.handlers = handlers;
        this.unread = unread;
        this.missing = missingInterfaces(handlers, sources);
    }

    /** Returns the reason why an endpoint has no certain handler; empty if it has one. */
    public Optional<HandlerGap> find(String endpoint) {
        int found = handlers.find(endpoint).size();
        if (found > 0) {
            return found == 1 ? Optional.empty() : gap(HandlerGap.Kind.TIE, String.valueOf(found));
        }
        EndpointForm form = EndpointForm.of(endpoint);
        return switch (form.kind()) {
            case UNKNOWN -> gap(HandlerGap.Kind.NAME_WITHOUT_ROUTE, "");
            case SERVLET ->
                form.rest().equals("dispatcherServlet") || form.rest().equals("default")
                        ? gap(HandlerGap.Kind.FRAMEWORK, form.rest())
                        : gap(HandlerGap.Kind.NO_ROUTE, "");
            case METHOD -> method(form.rest());
            case PATH, URI -> path(Paths.segments(form.rest()));
            case MESSAGE, GRPC, GRAPHQL -> gap(HandlerGap.Kind.NO_ROUTE, "");
        };
    }

    private static Optional<HandlerGap> gap(HandlerGap.Kind kind, String detail) {
        return Optional.of(new HandlerGap(kind, detail));
    }

    private Optional<HandlerGap> method(String rest) {
        String className = rest.substring(0, Math.max(0, rest.lastIndexOf('/')));
        String simple = className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('/')) + 1);
        return unread.named(simple)
                .map(file -> new HandlerGap(HandlerGap.Kind.UNREAD_FILE, file))
                .or(() -> gap(HandlerGap.Kind.FRAMEWORK, simple.isEmpty() ? rest : simple));
    }

    private Optional<HandlerGap> path(List<String> segments) {
        List<String> fixed =
                segments.stream().filter(each -> each.matches("[\\w.-]+")).toList();
        Optional<HandlerGap> inFile = unread.find(fixed).map(file -> new HandlerGap(HandlerGap.Kind.UNREAD_FILE, file));
        if (inFile.isPresent()) {
            return inFile;
        }
        Optional<HandlerGap> library =
                LibraryEndpoints.of(segments).map(name -> new HandlerGap(HandlerGap.Kind.FRAMEWORK, name));
        if (library.isPresent()) {
            return library;
        }
        if (!handlers.unreadable().isEmpty()) {
            return gap(
                    HandlerGap.Kind.UNREADABLE_PATH,
                    listed(handlers.unreadable().stream()
                            .map(each -> each.owner().file().name() + ":"
                                    + each.facts().lines().at())
                            .toList()));
        }
        return missing.isEmpty()
                ? gap(HandlerGap.Kind.NO_ROUTE, "")
                : gap(HandlerGap.Kind.MISSING_INTERFACE, listed(missing));
    }

    /** Names all that may be it, as far as there is room: none of several is known to be the one. */
    private static String listed(List<String> names) {
        List<String> distinct = names.stream().distinct().toList();
        String shown = String.join(", ", distinct.subList(0, Math.min(MAX_NAMES, distinct.size())));
        return distinct.size() > MAX_NAMES ? shown + ", …" : shown;
    }

    /** Interfaces of controllers without routes that are neither among the sources nor known libraries'. */
    private static List<String> missingInterfaces(Handlers handlers, Sources sources) {
        Set<Type> mapped = new HashSet<>();
        handlers.routes().forEach(each -> mapped.add(each.method().owner()));
        List<String> missing = new ArrayList<>();
        for (Type type : sources.program().types()) {
            if (!type.has(CONTROLLERS) || type.isInterface() || mapped.contains(type)) {
                continue;
            }
            for (TypeRef each : type.facts().superTypes()) {
                if (sources.program().resolve(each.name(), type).isEmpty() && !isLibrary(each.name(), type)) {
                    missing.add(each.simpleName());
                }
            }
        }
        return missing;
    }

    /** Returns whether a class handles requests, by its annotations or its name. */
    public static boolean isController(Type type) {
        return type.has(CONTROLLERS)
                || CONTROLLER_NAME.matcher(type.simpleName()).matches();
    }

    private static boolean isLibrary(String name, Type context) {
        String full = context.unit().imports().stream()
                .filter(each -> each.endsWith("." + name))
                .findFirst()
                .orElse(name);
        return LIBRARIES.stream().anyMatch(each -> full.startsWith(each + "."));
    }
}
