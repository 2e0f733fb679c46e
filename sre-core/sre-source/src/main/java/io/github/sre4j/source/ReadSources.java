package io.github.sre4j.source;

import io.github.sre4j.code.AssociationFacts;
import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.FilterIndex;
import io.github.sre4j.code.HandlerGap;
import io.github.sre4j.code.Libraries;
import io.github.sre4j.code.Snippet;
import io.github.sre4j.code.SourceIndex;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.source.internal.client.Hosts;
import io.github.sre4j.source.internal.client.RemoteCall;
import io.github.sre4j.source.internal.client.RemoteCalls;
import io.github.sre4j.source.internal.compiled.CompiledClasses;
import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.data.DataAccess;
import io.github.sre4j.source.internal.data.Statements;
import io.github.sre4j.source.internal.hint.Hint;
import io.github.sre4j.source.internal.hint.Hints;
import io.github.sre4j.source.internal.logging.LogStatements;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Reach;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.internal.program.Values;
import io.github.sre4j.source.internal.route.Handler;
import io.github.sre4j.source.internal.route.Handlers;
import io.github.sre4j.source.internal.route.Route;
import io.github.sre4j.source.internal.route.RouteGaps;
import io.github.sre4j.source.internal.route.Sources;
import io.github.sre4j.source.scan.SourceFile;
import io.github.sre4j.source.scan.SourceLayout;
import io.github.sre4j.source.scan.SourceScan;
import io.github.sre4j.source.scan.UnreadTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The index of what was read. What most questions need is made at once, the rest with the first question that needs it. */
final class ReadSources implements SourceIndex {

    private final Program program;
    private final Places places;
    private final Bodies bodies;
    private final Calls calls;
    private final Sources sources;
    private final UnreadTexts unread;
    private final Handlers handlers;
    private final Lazy<RouteGaps> gaps;
    private final Lazy<DataAccess> access;
    private final Lazy<Statements> statements;
    private final Lazy<Mappings> mappings;
    private final Lazy<Traits> traits;
    private final NamedMethods named;
    private final Lazy<Hosts> hosts;
    private final Lazy<LogStatements> logs;
    private final Lazy<Hints> hints;
    private final Lazy<Snippets> snippets;
    private final Libraries libraries;
    private final Map<EndpointName, Optional<Reach>> reached = new ConcurrentHashMap<>();

    ReadSources(SourceLayout layout, SourceScan.Result scan, Places places) {
        this.places = places;
        CompiledClasses compiled = new CompiledClasses(layout.classes());
        Configuration configuration = new Configuration(layout.resources());
        program = new Program(scan.facts());
        Types types = new Types(program);
        Values values = new Values(program, types, compiled);
        bodies = new Bodies(types);
        calls = new Calls(program, types);
        sources = new Sources(program, types, bodies, values, configuration, compiled);
        handlers = new Handlers(sources, calls);
        unread = new UnreadTexts(scan.unread());
        gaps = new Lazy<>(() -> new RouteGaps(handlers, sources, unread));
        access = new Lazy<>(() -> new DataAccess(program, types, values, calls, layout.resources(), configuration));
        Lazy<RemoteCalls> remote =
                new Lazy<>(() -> new RemoteCalls(program, types, bodies, calls, values, configuration));
        statements = new Lazy<>(() -> new Statements(program, bodies, access.get()));
        mappings = new Lazy<>(() -> new Mappings(program, access.get(), configuration, places));
        traits = new Lazy<>(() -> new Traits(program, configuration, remote.get(), handlers));
        hosts = new Lazy<>(() -> new Hosts(program, bodies, remote.get()));
        logs = new Lazy<>(() -> new LogStatements(program, bodies, values));
        hints = new Lazy<>(
                () -> new Hints(program, types, bodies, calls, access.get(), remote.get(), configuration, layout));
        snippets = new Lazy<>(() -> {
            List<SourceFile> files = new ArrayList<>(scan.files());
            files.addAll(hints.get().files());
            return new Snippets(files);
        });
        named = new NamedMethods(program, places, compiled, scan.files(), scan.facts());
        libraries = layout.libraries();
    }

    /** The same sources with other handlers. */
    private ReadSources(ReadSources other, Handlers handlers) {
        program = other.program;
        places = other.places;
        bodies = other.bodies;
        calls = other.calls;
        sources = other.sources;
        unread = other.unread;
        access = other.access;
        mappings = other.mappings;
        traits = other.traits;
        statements = other.statements;
        named = other.named;
        hosts = other.hosts;
        logs = other.logs;
        hints = other.hints;
        snippets = other.snippets;
        libraries = other.libraries;
        this.handlers = handlers;
        gaps = new Lazy<>(() -> new RouteGaps(handlers, sources, unread));
    }

    @Override
    public SourceIndex withEndpoints(Collection<EndpointName> endpoints) {
        Handlers informed = handlers.withEndpoints(
                endpoints.stream().map(EndpointName::value).toList());
        return informed == handlers ? this : new ReadSources(this, informed);
    }

    @Override
    public Optional<HandlerGap> handlerGap(EndpointName endpoint) {
        return gaps.get().find(endpoint.value());
    }

    /** All routes found, for whoever measures. */
    List<Route> routes() {
        return handlers.routes();
    }

    @Override
    public List<SourceLocation> handlers(EndpointName endpoint) {
        return handlers.find(endpoint.value()).stream()
                .map(each -> places.of(each.method(), each.score(), each.rule(), Map.of()))
                .toList();
    }

    /** What the endpoint's handlers reach; empty if it has none. */
    private Optional<Reach> reach(EndpointName endpoint) {
        Optional<Reach> known = reached.get(endpoint);
        if (known == null) {
            List<Method> start = handlers.find(endpoint.value()).stream()
                    .map(Handler::method)
                    .toList();
            known = start.isEmpty() ? Optional.empty() : Optional.of(Reach.from(start, bodies, calls));
            reached.put(endpoint, known);
        }
        return known;
    }

    @Override
    public SourceIndex withHandler(EndpointName endpoint, String className, String method, int line) {
        List<Handler> known = handlers.find(endpoint.value());
        if (known.size() == 1) {
            return this;
        }
        List<Method> found = named.methods(className, method, line);
        if (found.size() != 1 || !isHandler(found.get(0), known)) {
            return this;
        }
        Handler told = new Handler(found.get(0), 1, SourceRule.NAMED_METHOD);
        return new ReadSources(this, handlers.withHandler(endpoint.value(), told));
    }

    /** Returns whether a method may handle requests: a filter that has a span of its own does not. */
    private static boolean isHandler(Method method, List<Handler> known) {
        return known.isEmpty()
                ? RouteGaps.isController(method.owner())
                : known.stream().map(Handler::method).anyMatch(method::equals);
    }

    @Override
    public boolean reaches(EndpointName endpoint, SourceLocation place) {
        return reach(endpoint)
                .flatMap(reach -> program.named(place.className()).map(type -> reaches(reach, type, place)))
                .orElse(true);
    }

    private boolean reaches(Reach reach, Type type, SourceLocation place) {
        if (place.rule() == SourceRule.ENTITY || place.rule() == SourceRule.ENTITY_FIELD) {
            return statements.get().loads(reach, type);
        }
        return place.method() == null
                || reach.methods().stream()
                        .anyMatch(method -> method.owner().equals(type)
                                && method.facts().lines().contain(place.line()));
    }

    @Override
    public List<SourceLocation> methods(String className, String method, int line) {
        return named.find(className, method, line);
    }

    @Override
    public List<SourceLocation> statements(StatementTarget statement, EndpointName endpoint) {
        List<SourceLocation> found = new ArrayList<>();
        for (Statements.Scored each : statements.get().find(statement, reach(endpoint))) {
            Method method = each.candidate().method();
            found.add(places.at(
                    each.candidate().type(),
                    method == null ? null : method.name(),
                    each.candidate().line(),
                    each.candidate().lines(),
                    each.score(),
                    each.candidate().rule(),
                    each.candidate().names()));
        }
        return List.copyOf(found);
    }

    @Override
    public List<SourceLocation> calls(String host, String path, EndpointName endpoint) {
        List<SourceLocation> found = new ArrayList<>();
        for (Hosts.Scored each : hosts.get().find(host, path, reach(endpoint))) {
            RemoteCall call = each.call();
            Map<SourceName, String> names = Map.of(
                    SourceName.CLIENT, call.client(),
                    SourceName.CLIENT_METHOD, call.clientMethod(),
                    SourceName.ENCLOSING_METHOD, call.method().name());
            found.add(places.in(call.method(), call.line(), each.score(), each.rule(), names));
        }
        return List.copyOf(found);
    }

    @Override
    public List<SourceLocation> logging(String logger, String message) {
        return logs.get().find(logger, message).stream()
                .map(each -> places.in(
                        each.method(),
                        each.line(),
                        each.score(),
                        SourceRule.LOGGING,
                        Map.of(SourceName.ENCLOSING_METHOD, each.method().name())))
                .toList();
    }

    @Override
    public List<CodeHint> hints(EndpointName endpoint) {
        Optional<Reach> reach = reach(endpoint);
        if (reach.isEmpty()) {
            return List.of();
        }
        List<Method> start =
                handlers.find(endpoint.value()).stream().map(Handler::method).toList();
        return hints.get().find(start, reach.get()).stream().map(this::hint).toList();
    }

    private CodeHint hint(Hint hint) {
        String template = hint.template();
        Method method = hint.method();
        SourceLocation place = template != null
                ? places.in(template, hint.type().name(), hint.line(), hint.score(), hint.names())
                : places.at(
                        hint.type(),
                        method == null ? null : method.name(),
                        hint.line(),
                        hint.lines(),
                        hint.score(),
                        SourceRule.STATIC_RULE,
                        hint.names());
        return new CodeHint(hint.kind(), place);
    }

    @Override
    public FilterIndex filterIndex(StatementTarget statement) {
        return access.get().filterIndex(statement);
    }

    @Override
    public Optional<AssociationFacts> association(SourceLocation place) {
        return mappings.get().association(place);
    }

    @Override
    public Set<CodeTrait> traits(SourceLocation place) {
        return traits.get().of(place);
    }

    @Override
    public Set<CodeTrait> traits() {
        return traits.get().ofProduct();
    }

    @Override
    public Libraries libraries() {
        return libraries;
    }

    @Override
    public Optional<Snippet> snippet(SourceLocation place, int around) {
        return snippets.get().around(place, around);
    }
}
