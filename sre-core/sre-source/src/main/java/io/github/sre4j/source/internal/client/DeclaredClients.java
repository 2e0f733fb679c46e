package io.github.sre4j.source.internal.client;

import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.model.AnnotationFacts;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Search;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.program.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clients that are interfaces: Feign, Spring's HTTP interfaces, MicroProfile REST clients. */
final class DeclaredClients {

    private static final Set<String> READS = Set.of("GetMapping", "GetExchange", "GET", "HEAD");
    private static final String[] MAPPINGS = {
        "GetMapping",
        "PostMapping",
        "PutMapping",
        "DeleteMapping",
        "PatchMapping",
        "RequestMapping",
        "GetExchange",
        "PostExchange",
        "PutExchange",
        "DeleteExchange",
        "PatchExchange",
        "HttpExchange",
        "RequestLine",
        "GET",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "HEAD"
    };
    private static final Set<String> CREATORS = Set.of("createClient", "target", "build", "create");
    private static final String[] CLIENTS = {"FeignClient", "HttpExchange", "RegisterRestClient"};

    private final Program program;
    private final Values values;
    private final Configuration configuration;
    private final Map<Type, String> proxied = new HashMap<>();

    DeclaredClients(Program program, Bodies bodies, Values values, Configuration configuration, BaseAddresses bases) {
        this.program = program;
        this.values = values;
        this.configuration = configuration;
        for (Type type : program.types()) {
            for (Method method : type.methods()) {
                if (Search.holds(method, DeclaredClients::createsProxy)) {
                    proxies(method, bodies, bases);
                }
            }
        }
    }

    private static boolean createsProxy(Expr expr) {
        return expr instanceof Expr.Call call
                && CREATORS.contains(call.name())
                && !call.arguments().isEmpty()
                && call.arguments().get(0) instanceof Expr.ClassOf;
    }

    /** Finds {@code createClient(Prices.class)} and {@code target(Prices.class, url)}. */
    private void proxies(Method method, Bodies bodies, BaseAddresses bases) {
        for (Site site : bodies.sites(method)) {
            if (!createsProxy(site.expr()) || !(site.arguments().get(0) instanceof Expr.ClassOf client)) {
                continue;
            }
            Optional<Type> type =
                    program.resolve(client.type().name(), method.owner()).filter(Type::isInterface);
            if (type.isEmpty()) {
                continue;
            }
            String base = site.arguments().size() > 1
                    ? values.template(site.arguments().get(1), site.scope())
                    : Optional.ofNullable(site.target())
                            .flatMap(each -> bases.of(each, site.scope()))
                            .or(() -> baseIn(method, bodies))
                            .orElse("");
            proxied.putIfAbsent(type.get(), base);
        }
    }

    private Optional<String> baseIn(Method method, Bodies bodies) {
        for (Site site : bodies.sites(method)) {
            if (Set.of("baseUrl", "rootUri", "baseUri").contains(site.name())
                    && !site.arguments().isEmpty()) {
                return Optional.of(values.template(site.arguments().get(0), site.scope()));
            }
        }
        return Optional.empty();
    }

    /** What a method calls; empty if its type is no declared client. */
    Optional<RemoteCall> of(Method method) {
        Type type = method.owner();
        if (method.facts().hasBody() || !type.isInterface()) {
            return Optional.empty();
        }
        @Nullable Type client = client(type);
        Optional<AnnotationFacts> mapping = mapping(method);
        if (client == null || (mapping.isEmpty() && !method.has("Path"))) {
            return Optional.empty();
        }
        String path = typePath(client) + path(method, mapping);
        List<String> urls = new ArrayList<>();
        for (String base : bases(client)) {
            urls.addAll(Addresses.resolve(configuration, base, path));
        }
        boolean reads = mapping.map(each -> READS.contains(each.simpleName())).orElse(false);
        return Optional.of(
                new RemoteCall(method, method.facts().lines().at(), urls, client.simpleName(), method.name(), reads));
    }

    private static Optional<AnnotationFacts> mapping(Method method) {
        for (String each : MAPPINGS) {
            Optional<AnnotationFacts> found = method.annotation(each);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The client an interface is, or that extends it. */
    private @Nullable Type client(Type type) {
        List<Type> all = new ArrayList<>(List.of(type));
        all.addAll(program.subTypes(type));
        for (Type each : all) {
            boolean server = !each.isInterface();
            if (!server && (each.has(CLIENTS) || proxied.containsKey(each))) {
                return each;
            }
        }
        return null;
    }

    private List<String> bases(Type client) {
        List<String> bases = new ArrayList<>();
        client.annotation("FeignClient").ifPresent(feign -> {
            String name = values.text(feign, client, "name", "value").orElse("");
            values.text(feign, client, "url").filter(each -> !each.isEmpty()).ifPresent(bases::add);
            for (String prefix : List.of("spring.cloud.openfeign.client.config.", "feign.client.config.")) {
                bases.addAll(configuration.values(prefix + name + ".url"));
            }
            if (bases.isEmpty() && !name.isEmpty()) {
                bases.add(name.contains("://") ? name : "http://" + name);
            }
        });
        client.annotation("RegisterRestClient").ifPresent(rest -> {
            String key = values.text(rest, client, "configKey").orElse(client.name());
            values.text(rest, client, "baseUri").ifPresent(bases::add);
            for (String each : List.of(
                    "quarkus.rest-client." + key + ".url",
                    "quarkus.rest-client.\"" + key + "\".url",
                    key + "/mp-rest/url")) {
                bases.addAll(configuration.values(each));
            }
        });
        String proxy = proxied.getOrDefault(client, "");
        if (!proxy.isEmpty()) {
            bases.add(proxy);
        }
        return bases.isEmpty() ? List.of(String.valueOf(Values.UNKNOWN)) : bases;
    }

    private String typePath(Type client) {
        String path = client.annotation("FeignClient")
                .flatMap(each -> values.text(each, client, "path"))
                .orElse("");
        for (Type each : program.withSuperTypes(client)) {
            for (String name : List.of("RequestMapping", "HttpExchange", "Path")) {
                Optional<String> found =
                        each.annotation(name).flatMap(mapping -> values.text(mapping, each, "path", "value", "url"));
                if (found.isPresent()) {
                    return slashed(path) + slashed(found.get());
                }
            }
        }
        return slashed(path);
    }

    private String path(Method method, Optional<AnnotationFacts> mapping) {
        Optional<String> own = method.annotation("Path").flatMap(each -> values.text(each, method.owner(), "value"));
        String written = own.or(
                        () -> mapping.flatMap(each -> values.text(each, method.owner(), "path", "value", "url")))
                .orElse("");
        // Plain Feign writes the verb before the path.
        String path = written.replaceFirst("^[A-Z]+ ", "");
        return slashed(path.toLowerCase(Locale.ROOT).startsWith("http") ? "" : path);
    }

    private static String slashed(String path) {
        String trimmed = path.replaceAll("^/+|/+$", "");
        return trimmed.isEmpty() ? "" : "/" + trimmed;
    }
}
