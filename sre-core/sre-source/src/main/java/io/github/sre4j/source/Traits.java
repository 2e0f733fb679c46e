package io.github.sre4j.source;

import io.github.sre4j.code.CodeTrait;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.source.internal.client.RemoteCall;
import io.github.sre4j.source.internal.client.RemoteCalls;
import io.github.sre4j.source.internal.config.Configuration;
import io.github.sre4j.source.internal.model.Parameter;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Notes;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.route.Handlers;
import io.github.sre4j.source.internal.route.Route;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the {@linkplain CodeTrait traits} of a product and of its methods. Immutable and thread-safe. */
final class Traits {

    /** Types whose import shows that data of a request is bound to its thread. */
    private static final Set<String> THREAD_BOUND = Set.of(
            "SecurityContextHolder",
            "RequestContextHolder",
            "LocaleContextHolder",
            "TransactionSynchronizationManager",
            "RequestInterceptor",
            "ClientHttpRequestInterceptor",
            "ClientRequestFilter",
            "RequestScope",
            "RequestScoped",
            "SessionScope");

    private static final Set<String> CALLER_TYPES = Set.of(
            "Principal",
            "Authentication",
            "SecurityContext",
            "HttpServletRequest",
            "HttpSession",
            "HttpHeaders",
            "ServerWebExchange",
            "Jwt");
    private static final String[] CALLER_ANNOTATIONS = {
        "RequestHeader",
        "CookieValue",
        "AuthenticationPrincipal",
        "SessionAttribute",
        "HeaderParam",
        "CookieParam",
        "Context"
    };
    private static final List<String> OTHER_PROVIDERS =
            List.of("org.eclipse.persistence.", "org.apache.openjpa.", "org.datanucleus.");

    private final Program program;
    private final RemoteCalls remote;
    private final Set<CodeTrait> ofProduct;
    private final Set<Method> handlers = new HashSet<>();
    private final Set<String> webModules = new HashSet<>();

    Traits(Program program, Configuration configuration, RemoteCalls remote, Handlers handlers) {
        this.program = program;
        this.remote = remote;
        handlers.routes().stream().map(Route::method).forEach(this.handlers::add);
        EnumSet<CodeTrait> found = EnumSet.noneOf(CodeTrait.class);
        program.types().forEach(type -> type(type, found));
        configured(configuration, found);
        ofProduct = Set.copyOf(found);
    }

    private void type(Type type, Set<CodeTrait> found) {
        for (String each : type.unit().imports()) {
            String simple = each.substring(each.lastIndexOf('.') + 1);
            if (THREAD_BOUND.contains(simple) || each.equals("org.springframework.security.core.context.*")) {
                found.add(CodeTrait.THREAD_BOUND_CONTEXT);
            }
            if (each.startsWith("org.springframework.web.") || each.startsWith("org.springframework.http.")) {
                webModules.add(module(type.file().name()));
            }
            if (OTHER_PROVIDERS.stream().anyMatch(each::startsWith)) {
                found.add(CodeTrait.OTHER_JPA_PROVIDER);
            }
        }
        if (type.has("Entity")) {
            found.add(CodeTrait.JPA_ENTITIES);
        }
        if (type.has("EnableCaching")) {
            found.add(CodeTrait.CACHING_ENABLED);
        }
        boolean maps =
                type.has("Provider") || type.methods().stream().anyMatch(method -> method.has("ExceptionHandler"));
        if (maps) {
            found.add(CodeTrait.EXCEPTION_HANDLERS);
        }
    }

    private static void configured(Configuration configuration, Set<CodeTrait> found) {
        boolean expires = configuration.values("spring.cache.caffeine.spec").stream()
                        .anyMatch(spec -> spec.contains("expireAfter"))
                || !configuration.values("spring.cache.redis.time-to-live").isEmpty();
        if (expires) {
            found.add(CodeTrait.CACHE_EXPIRES);
        }
        boolean named = !configuration.values("spring.cache.cache-names").isEmpty()
                || !configuration.values("spring.cache.cache-names[0]").isEmpty();
        if (named) {
            found.add(CodeTrait.CACHE_NAMES_FIXED);
        }
        if (!configuration
                        .values("spring.jpa.properties.hibernate.jdbc.batch_size")
                        .isEmpty()
                || !configuration.values("hibernate.jdbc.batch_size").isEmpty()
                || !configuration
                        .values("quarkus.hibernate-orm.jdbc.statement-batch-size")
                        .isEmpty()) {
            found.add(CodeTrait.JDBC_BATCHING);
        }
        if (configuration.values("spring.jpa.open-in-view").contains("false")) {
            found.add(CodeTrait.OPEN_IN_VIEW_OFF);
        }
    }

    /** The directory of a module: what comes before its sources. */
    private static String module(String file) {
        int sources = file.indexOf("src/");
        return sources < 0 ? "" : file.substring(0, sources);
    }

    /** Returns the traits of the product as a whole. */
    Set<CodeTrait> ofProduct() {
        return ofProduct;
    }

    Set<CodeTrait> of(SourceLocation place) {
        EnumSet<CodeTrait> all = EnumSet.noneOf(CodeTrait.class);
        all.addAll(ofProduct);
        if (webModules.contains(module(place.file()))) {
            all.add(CodeTrait.SPRING_WEB);
        }
        method(place).ifPresent(method -> add(method, all));
        return Set.copyOf(all);
    }

    private Optional<Method> method(SourceLocation place) {
        return place.method() == null
                ? Optional.empty()
                : program.named(place.className())
                        .flatMap(type -> type.methods().stream()
                                .filter(method -> method.name().equals(place.method())
                                        && method.facts().lines().contain(place.line()))
                                .findFirst());
    }

    private void add(Method method, Set<CodeTrait> all) {
        if (handlers.contains(method)) {
            all.add(CodeTrait.HANDLER);
        }
        Optional<RemoteCall> declared = remote.of(method);
        if (declared.isPresent()) {
            all.add(CodeTrait.CLIENT_INTERFACE);
            if (declared.get().reads()) {
                all.add(CodeTrait.READS);
            }
        }
        if (method.facts().parameters().stream().anyMatch(Traits::ofCaller)) {
            all.add(CodeTrait.CALLER_ARGUMENT);
        }
        if (method.has("Transactional") || method.owner().has("Transactional", "Stateless", "Singleton")) {
            all.add(CodeTrait.TRANSACTIONAL);
        }
    }

    private static boolean ofCaller(Parameter parameter) {
        return CALLER_TYPES.contains(parameter.type().simpleName())
                || Notes.find(parameter.annotations(), CALLER_ANNOTATIONS).isPresent();
    }
}
