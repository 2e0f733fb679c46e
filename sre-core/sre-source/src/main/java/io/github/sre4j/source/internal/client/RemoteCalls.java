package io.github.sre4j.source.internal.client;

import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.model.Expr;
import io.github.sre4j.source.internal.model.Step;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Calls;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Types;
import io.github.sre4j.source.internal.program.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which methods and calls go to other services, and where. Thread-safe. */
public final class RemoteCalls {

    private static final Set<String> TEMPLATES = Set.of("RestTemplate", "RestOperations", "TestRestTemplate");
    private static final Set<String> TEMPLATE_CALLS = Set.of(
            "getForObject",
            "getForEntity",
            "postForObject",
            "postForEntity",
            "postForLocation",
            "exchange",
            "put",
            "delete",
            "patchForObject",
            "headForHeaders",
            "optionsForAllow",
            "execute");
    private static final Set<String> FLUENT_ENDS =
            Set.of("retrieve", "exchange", "exchangeToMono", "exchangeToFlux", "exchangeForRequiredValue");
    private static final Set<String> FLUENT = Set.of("RestClient", "WebClient");
    private static final Set<String> OTHER_CLIENTS =
            Set.of("HttpClient", "CloseableHttpClient", "OkHttpClient", "Call", "WebServiceTemplate");
    private static final Set<String> OTHER_CALLS =
            Set.of("send", "sendAsync", "execute", "newCall", "marshalSendAndReceive", "sendAndReceive");
    private static final Set<String> REQUESTS =
            Set.of("HttpGet", "HttpPost", "HttpPut", "HttpDelete", "HttpPatch", "URL", "URI");
    private static final Set<String> ADDRESSES = Set.of("create", "newBuilder", "uri", "url", "target");

    private final Types types;
    private final Bodies bodies;
    private final Calls calls;
    private final Values values;
    private final Configuration configuration;
    private final BaseAddresses bases;
    private final DeclaredClients declared;
    private final Map<Method, Optional<RemoteCall>> ofMethods = new ConcurrentHashMap<>();
    private final Map<Site, Optional<RemoteCall>> ofSites = new ConcurrentHashMap<>();

    /** Remote calls in a program. */
    public RemoteCalls(
            Program program, Types types, Bodies bodies, Calls calls, Values values, Configuration configuration) {
        this.types = types;
        this.bodies = bodies;
        this.calls = calls;
        this.values = values;
        this.configuration = configuration;
        this.bases = new BaseAddresses(program, values);
        this.declared = new DeclaredClients(program, bodies, values, configuration, bases);
    }

    /** What a method of a declared client calls; empty for other methods. */
    public Optional<RemoteCall> of(Method method) {
        Optional<RemoteCall> known = ofMethods.get(method);
        if (known == null) {
            known = declared.of(method);
            ofMethods.put(method, known);
        }
        return known;
    }

    /** What a call of an HTTP client's library calls; empty for other calls. */
    public Optional<RemoteCall> of(Site site) {
        Optional<RemoteCall> known = ofSites.get(site);
        if (known == null) {
            known = site.expr() instanceof Expr.Call call && calls.targets(site).isEmpty()
                    ? find(site, call)
                    : Optional.empty();
            ofSites.put(site, known);
        }
        return known;
    }

    private Optional<RemoteCall> find(Site site, Expr.Call call) {
        String receiver = site.receiver().name();
        if (TEMPLATES.contains(receiver)
                && TEMPLATE_CALLS.contains(call.name())
                && !call.arguments().isEmpty()) {
            boolean reads = call.name().startsWith("get") || call.name().startsWith("head") || mentions(call, "GET");
            return Optional.of(remote(site, templateUrls(site, call), reads));
        }
        if (FLUENT_ENDS.contains(call.name())) {
            return fluent(site, call);
        }
        if (OTHER_CLIENTS.contains(receiver)
                && OTHER_CALLS.contains(call.name())
                && !call.arguments().isEmpty()) {
            return Optional.of(remote(site, addressesNear(site), !posts(site)));
        }
        if (call.name().equals("openConnection") || (call.name().equals("request") && chainHas(call, "target"))) {
            return Optional.of(remote(site, addressesNear(site), !posts(site)));
        }
        boolean stub = receiver.endsWith("BlockingStub")
                || receiver.endsWith("FutureStub")
                || receiver.endsWith("CoroutineStub");
        if (stub && !call.name().startsWith("with")) {
            return Optional.of(remote(site, List.of(), false));
        }
        return Optional.empty();
    }

    private static RemoteCall remote(Site site, List<String> urls, boolean reads) {
        return new RemoteCall(
                site.method(),
                site.line(),
                urls,
                site.method().owner().simpleName(),
                site.method().name(),
                reads);
    }

    private List<String> templateUrls(Site site, Expr.Call call) {
        String base = call.receiver() == null
                ? ""
                : bases.of(call.receiver(), site.scope()).orElse("");
        return resolved(base, values.template(call.arguments().get(0), site.scope()));
    }

    /** {@code client.get().uri("/prices/{id}", id).retrieve()}. */
    private Optional<RemoteCall> fluent(Site site, Expr.Call end) {
        Expr.Call uri = null;
        boolean reads = false;
        boolean client = false;
        Expr root = end;
        while (root instanceof Expr.Call each) {
            if (each.name().equals("uri")) {
                uri = each;
            }
            reads |= each.name().equals("get") || each.name().equals("head") || mentions(each, "GET");
            client |= Set.of("get", "post", "put", "delete", "patch", "method", "head")
                    .contains(each.name());
            if (each.receiver() == null) {
                break;
            }
            root = each.receiver();
        }
        boolean known =
                root != null && FLUENT.contains(types.of(root, site.scope()).name());
        if (uri == null && !(known && client)) {
            return Optional.empty();
        }
        String path = uri == null || uri.arguments().isEmpty()
                ? ""
                : path(uri.arguments().get(0), site);
        String base = bases.of(root, site.scope()).orElse(String.valueOf(Values.UNKNOWN));
        int line = uri == null ? site.line() : uri.line();
        RemoteCall call = remote(site, path.contains("://") ? resolved("", path) : resolved(base, path), reads);
        return Optional.of(new RemoteCall(call.method(), line, call.urls(), call.client(), call.clientMethod(), reads));
    }

    private String path(Expr argument, Site site) {
        if (argument instanceof Expr.Function function) {
            StringBuilder path = new StringBuilder();
            function.body().forEach(step -> {
                if (step instanceof Step.Result result) {
                    segments(result.value(), site, path);
                }
            });
            return path.toString();
        }
        return values.template(argument, site.scope());
    }

    private void segments(Expr expr, Site site, StringBuilder path) {
        if (expr instanceof Expr.Call call) {
            if (call.receiver() != null) {
                segments(call.receiver(), site, path);
            }
            boolean adds = call.name().equals("path") || call.name().equals("pathSegment");
            if (adds) {
                for (Expr each : call.arguments()) {
                    String text = values.template(each, site.scope());
                    boolean divided = text.startsWith("/") || path.toString().endsWith("/");
                    path.append(divided ? "" : "/").append(text);
                }
            }
        }
    }

    /** Addresses that the method of a call makes. */
    private List<String> addressesNear(Site site) {
        List<String> urls = new ArrayList<>();
        for (Site each : bodies.sites(site.method())) {
            boolean creates = each.expr() instanceof Expr.Create create
                    && REQUESTS.contains(create.type().simpleName());
            boolean names = each.expr() instanceof Expr.Call && ADDRESSES.contains(each.name());
            if ((creates || names) && !each.arguments().isEmpty()) {
                String text = values.template(each.arguments().get(0), each.scope());
                if (text.length() > 1 || !text.equals(String.valueOf(Values.UNKNOWN))) {
                    String path = each.name().equals("target") ? pathsBehind(site) : "";
                    resolved("", text + path).forEach(url -> {
                        if (!urls.contains(url)) {
                            urls.add(url);
                        }
                    });
                }
            }
        }
        return urls;
    }

    /** {@code target(base).path("/x").path("{id}")}. */
    private String pathsBehind(Site site) {
        StringBuilder path = new StringBuilder();
        if (site.expr() instanceof Expr.Call call) {
            segments(call, site, path);
        }
        return path.toString();
    }

    private boolean posts(Site site) {
        return bodies.sites(site.method()).stream()
                .anyMatch(each -> Set.of(
                                "POST",
                                "PUT",
                                "DELETE",
                                "post",
                                "put",
                                "delete",
                                "patch",
                                "HttpPost",
                                "HttpPut",
                                "HttpDelete")
                        .contains(each.name()));
    }

    private static boolean chainHas(Expr.Call call, String name) {
        for (Expr each = call; each instanceof Expr.Call inner; each = inner.receiver()) {
            if (inner.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean mentions(Expr.Call call, String constant) {
        return call.arguments().stream()
                .anyMatch(each ->
                        each instanceof Expr.Select select && select.name().equals(constant));
    }

    private List<String> resolved(String base, String path) {
        return Addresses.resolve(configuration, base, path);
    }
}
