package io.github.sre4j.source.internal.client;

import io.github.sre4j.code.SourceRule;
import io.github.sre4j.source.internal.program.Bodies;
import io.github.sre4j.source.internal.program.Method;
import io.github.sre4j.source.internal.program.Program;
import io.github.sre4j.source.internal.program.Reach;
import io.github.sre4j.source.internal.program.Site;
import io.github.sre4j.source.internal.program.Type;
import io.github.sre4j.source.internal.route.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which remote calls may go to a host. Immutable. */
public final class Hosts {

    private static final double NOISE = 0.4;
    private static final double LEAST = 0.15;
    private static final double FAR = 0.35;
    private static final double UNKNOWN_REACH = 0.8;
    private static final Set<String> LOCAL =
            Set.of("localhost", "127.0.0.1", "0.0.0.0", "[::1]", "::1", "host.docker.internal");

    /** Words that say nothing about which service is meant. */
    private static final Set<String> COMMON = Set.of(
            "service",
            "services",
            "client",
            "api",
            "http",
            "https",
            "rest",
            "svc",
            "cluster",
            "local",
            "com",
            "net",
            "org",
            "io",
            "internal",
            "prod",
            "production",
            "staging",
            "www",
            "server",
            "app",
            "gateway",
            "web",
            "impl",
            "adapter",
            "default",
            "remote");

    private final List<RemoteCall> calls = new ArrayList<>();

    /** All remote calls of a program. */
    public Hosts(Program program, Bodies bodies, RemoteCalls remote) {
        for (Type type : program.types()) {
            for (Method method : type.methods()) {
                remote.of(method).ifPresent(calls::add);
                for (Site site : bodies.sites(method)) {
                    remote.of(site).ifPresent(calls::add);
                }
            }
        }
    }

    /**
     * A call with its score.
     *
     * @param call the call
     * @param score above 0 up to 1
     * @param rule how it was found
     */
    public record Scored(RemoteCall call, double score, SourceRule rule) {}

    /**
     * The calls that may go to a host, best first.
     *
     * @param host without port
     * @param path path or template, or empty
     * @param reach what the endpoint's handlers reach; empty if it has none
     */
    public List<Scored> find(String host, String path, Optional<Reach> reach) {
        Map<String, Scored> best = new LinkedHashMap<>();
        String wanted = host.toLowerCase(Locale.ROOT);
        for (RemoteCall call : calls) {
            double near =
                    reach.map(each -> each.contains(call.method()) ? 1 : FAR).orElse(UNKNOWN_REACH);
            List<String> urls = call.urls().isEmpty() ? List.of(Addresses.ANY) : call.urls();
            for (String url : urls) {
                double named = resembles(wanted, call);
                double address = host(wanted, Addresses.host(url));
                double fit = path(path, Addresses.path(url));
                double byAddress = address * (fit < 0 ? 0.85 : 0.4 + 0.6 * fit);
                // Where the address is not known, the path or the name has to tell.
                boolean unknown = Addresses.host(url).isEmpty();
                double byPath = unknown && fit > 0.5 && literals(path) > 0 ? 0.6 : 0;
                double byName = named * (fit < 0 ? 0.6 : 0.3 + 0.4 * fit);
                double score = Math.max(byAddress, Math.max(byPath, byName)) * near;
                SourceRule rule =
                        byAddress >= Math.max(byPath, byName) ? SourceRule.CLIENT_ADDRESS : SourceRule.CLIENT_NAME;
                if (score > 0) {
                    best.merge(
                            call.method().owner().name() + ":" + call.line(),
                            new Scored(call, score, rule),
                            (a, b) -> a.score() >= b.score() ? a : b);
                }
            }
        }
        List<Scored> found = new ArrayList<>(best.values());
        found.sort(Comparator.comparingDouble((Scored each) -> -each.score())
                .thenComparing(each -> each.call().method().owner().name())
                .thenComparingInt(each -> each.call().line()));
        double top = found.isEmpty() ? 0 : found.get(0).score();
        found.removeIf(each -> each.score() < Math.max(LEAST, top * NOISE));
        return found;
    }

    private static double host(String seen, String configured) {
        if (configured.isEmpty()) {
            return 0;
        }
        if (seen.equals(configured)) {
            return 1;
        }
        if (LOCAL.contains(seen) && LOCAL.contains(configured)) {
            return 0.95;
        }
        // Names of services are short in the code and long in the cluster.
        boolean sameFirst = label(seen).equals(label(configured)) && Character.isLetter(seen.charAt(0));
        return sameFirst && (seen.indexOf('.') < 0 || configured.indexOf('.') < 0) ? 0.85 : 0;
    }

    private static String label(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** How well paths fit, or below 0 if one is not known. */
    private static double path(String seen, String template) {
        if (Paths.trim(seen).isEmpty() || Paths.trim(template).isEmpty()) {
            return -1;
        }
        return Paths.fit(seen, template, true);
    }

    private static long literals(String path) {
        return Paths.segments(path).stream()
                .filter(each -> !each.startsWith("{") && !each.isEmpty())
                .count();
    }

    private static double resembles(String host, RemoteCall call) {
        Set<String> seen = words(host);
        Set<String> own = words(call.client());
        if (seen.isEmpty() || own.isEmpty()) {
            return 0;
        }
        Set<String> common = new HashSet<>(seen);
        common.retainAll(own);
        return (double) common.size() / Math.max(1, own.size());
    }

    private static Set<String> words(String name) {
        String spaced = name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        Set<String> words = new HashSet<>();
        Arrays.stream(spaced.split("[^a-z]+"))
                .filter(each -> each.length() > 1 && !COMMON.contains(each))
                // Plurals are the same service.
                .map(each -> each.length() > 3 && each.endsWith("s") ? each.substring(0, each.length() - 1) : each)
                .forEach(words::add);
        return words;
    }
}
