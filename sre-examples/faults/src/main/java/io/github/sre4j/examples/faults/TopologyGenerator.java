package io.github.sre4j.examples.faults;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Makes up systems: layers of services, each calling services of the layers below, equal for equal seeds. */
final class TopologyGenerator {

    private static final int MAX_SPANS = 60;

    private static final List<String> NAMES = List.of(
            "gateway",
            "orders",
            "basket",
            "catalog",
            "pricing",
            "stock",
            "payment",
            "shipping",
            "users",
            "mail",
            "search",
            "reviews",
            "coupons",
            "tax",
            "audit",
            "media");
    private static final List<String> VERBS = List.of(
            "Loaded",
            "Checked",
            "Resolved",
            "Validated",
            "Selected",
            "Computed",
            "Stored",
            "Prepared",
            "Merged",
            "Sent");
    private static final List<String> NOUNS = List.of(
            "cart",
            "address",
            "voucher",
            "quota",
            "profile",
            "item list",
            "price table",
            "ledger",
            "route",
            "contract",
            "session",
            "label",
            "slot",
            "preference",
            "invoice",
            "history");

    private final Random random;
    private final boolean locations;
    private final Map<String, Integer> sizes = new HashMap<>();
    private int statement;
    private int line;
    private int size;

    TopologyGenerator(long seed) {
        this.random = new Random(seed);
        this.locations = random.nextBoolean();
    }

    Topology generate() {
        int size = 6 + random.nextInt(9);
        List<String> names = NAMES.subList(0, size);
        Map<String, ServiceSpec> services = new LinkedHashMap<>();
        for (int i = size - 1; i >= 0; i--) {
            services.put(names.get(i), service(names.get(i), i, size, names, services));
        }
        List<String> mix = new ArrayList<>();
        for (String endpoint :
                Objects.requireNonNull(services.get(names.get(0))).endpointNames()) {
            for (int k = 1 + random.nextInt(5); k > 0; k--) {
                mix.add(endpoint);
            }
        }
        return new Topology(services, names.get(0), mix);
    }

    private ServiceSpec service(String name, int index, int size, List<String> names, Map<String, ServiceSpec> below) {
        Map<String, Endpoint> endpoints = new LinkedHashMap<>();
        int count = index == 0 ? 3 + random.nextInt(4) : 1 + random.nextInt(3);
        for (int e = 0; e < count; e++) {
            String path = (random.nextBoolean() ? "GET" : "POST") + " /" + name + "/"
                    + NOUNS.get((index * 3 + e) % NOUNS.size()).replace(' ', '-');
            List<Step> steps = new ArrayList<>();
            line = 20 + 40 * e;
            this.size = 1;
            if (index == 0) {
                steps.add(new Step.Work(300));
                steps.add(call(names, 1 + random.nextInt(Math.min(3, size - 1)), below));
                if (random.nextInt(3) == 0) {
                    steps.add(log());
                }
            } else {
                body(steps, index, size, names, below);
            }
            sizes.put(name + path, this.size);
            endpoints.put(
                    path,
                    new Endpoint(path, Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Service", steps));
        }
        return new ServiceSpec(
                name,
                random.nextInt(4) == 0 ? 2 : 1,
                2 + random.nextInt(3),
                8 + random.nextInt(24),
                locations,
                random.nextInt(4) > 0,
                endpoints);
    }

    private void body(List<Step> steps, int index, int size, List<String> names, Map<String, ServiceSpec> below) {
        steps.add(log());
        int parts = 2 + random.nextInt(4);
        for (int p = 0; p < parts; p++) {
            steps.add(new Step.Work(200 + random.nextInt(4000)));
            int what = random.nextInt(10);
            int next = index + 1 + random.nextInt(3);
            if (what < 4 && next < size) {
                steps.add(call(names, next, below));
            } else if (what < 5 && index + 2 < size) {
                steps.add(new Step.Concurrent(List.of(call(names, index + 1, below), call(names, index + 2, below))));
            } else if (what < 8) {
                steps.add(new Step.Query(
                        "SELECT * FROM "
                                + NOUNS.get(random.nextInt(NOUNS.size())).replace(' ', '_') + " WHERE id = ?",
                        500 + random.nextInt(5000)));
            } else if (what < 9) {
                steps.add(new Step.Section(
                        VERBS.get(random.nextInt(VERBS.size())).toLowerCase(Locale.ROOT) + "Step",
                        List.of(log(), new Step.Work(300 + random.nextInt(2000)))));
            } else {
                steps.add(new Step.Branch(
                        0.1 + 0.8 * random.nextDouble(), List.of(log(), new Step.Work(500)), List.of(log())));
            }
            if (random.nextInt(3) > 0) {
                steps.add(log());
            }
        }
        steps.add(new Step.Work(200));
        if (random.nextInt(4) > 0) {
            steps.add(log());
        }
    }

    /** A call to an endpoint that is not too large already: the spans of a request stay within about 120. */
    private Step.Call call(List<String> names, int callee, Map<String, ServiceSpec> below) {
        ServiceSpec service = Objects.requireNonNull(below.get(names.get(callee)));
        List<String> endpoints = service.endpointNames();
        String endpoint = endpoints.get(random.nextInt(endpoints.size()));
        int more = 1 + sizes.getOrDefault(service.name() + endpoint, 1);
        if (size > 1 && size + more > MAX_SPANS) {
            service = Objects.requireNonNull(below.get(names.get(names.size() - 1)));
            endpoint = service.endpointNames().get(0);
            more = 1 + sizes.getOrDefault(service.name() + endpoint, 1);
        }
        size += more;
        return new Step.Call(service.name(), endpoint, random.nextInt(3) == 0);
    }

    /** Statements differ in two words at least, as those of real code do. */
    private Step.Log log() {
        statement++;
        line += 2 + random.nextInt(6);
        String verb = VERBS.get(statement % VERBS.size());
        String noun = NOUNS.get(statement * 7 % NOUNS.size());
        String words = switch (random.nextInt(4)) {
            case 0 -> verb + " " + noun + " {} for user {}";
            case 1 ->
                noun + " " + verb.toLowerCase(Locale.ROOT) + ", step " + (char) ('a' + statement % 26) + " done, id={}";
            case 2 -> verb + " the " + noun + " in {} ms";
            default -> "[" + verb.toLowerCase(Locale.ROOT) + "][" + noun + "] key: {}";
        };
        return new Step.Log(words, line);
    }
}
