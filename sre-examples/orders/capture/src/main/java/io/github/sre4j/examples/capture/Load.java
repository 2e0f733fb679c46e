package io.github.sre4j.examples.capture;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests in a stated mix. They are sent when they are due, whether or not earlier ones were answered, as users do; the order and
 * the ids are the same in every run.
 */
final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final URI service;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, LongAdder> answers = new ConcurrentHashMap<>();

    private interface Path {
        String of(Random random);
    }

    private record Kind(double perSecond, String verb, Path path, Path body) {}

    private record Due(long nanos, Kind kind) {}

    /** What users do, and how often. */
    private static final List<Kind> MIX = List.of(
            get(1.6, random -> "/customers/" + customer(random) + "/orders"),
            get(1.2, random -> "/products/" + sku(random) + "/offer"),
            get(0.6, random -> "/orders/" + order(random) + "/tracking"),
            get(0.4, random -> "/order-events?orderNumber=W" + order(random)),
            new Kind(
                    0.6,
                    "POST",
                    random -> "/orders",
                    random -> "{\"customerId\":" + (Seed.CUSTOMERS + 1 + random.nextInt(Seed.NEW_CUSTOMERS))
                            + ",\"sku\":\"" + sku(random) + "\",\"quantity\":2}"),
            get(0.5, random -> "/shipping-quotes?country=DE&grams=" + (500 + random.nextInt(4000))),
            get(1.2, random -> "/orders/" + order(random) + "/invoice"),
            get(1.4, random -> "/carts/" + (1 + random.nextInt(Seed.CARTS))),
            get(1.0, random -> "/catalog/category-" + random.nextInt(Seed.CATEGORIES)),
            get(1.6, random -> "/orders/" + order(random)),
            get(1.2, random -> "/products/" + sku(random)),
            get(0.7, random -> "/customers/" + customer(random)),
            new Kind(0.6, "PUT", Load::item, random -> "{\"quantity\":" + (1 + random.nextInt(5)) + "}"),
            get(0.2, random -> "/actuator/health"));

    Load(URI service) {
        this.service = service;
    }

    /** Sends requests for a while and waits for the last answers; what came back, by kind and status. */
    Map<String, Long> run(long seed, Duration time, double share) throws InterruptedException {
        answers.clear();
        Random random = new Random(seed);
        List<CompletableFuture<Void>> open = new ArrayList<>();
        long start = System.nanoTime();
        for (Due due : plan(random, time, share)) {
            for (long left = start + due.nanos() - System.nanoTime();
                    left > 0;
                    left = start + due.nanos() - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            open.add(send(due.kind(), random));
        }
        CompletableFuture.allOf(open.toArray(CompletableFuture[]::new)).join();
        Map<String, Long> counts = new TreeMap<>();
        answers.forEach((what, count) -> counts.put(what, count.sum()));
        return counts;
    }

    private static List<Due> plan(Random random, Duration time, double share) {
        List<Due> plan = new ArrayList<>();
        for (Kind kind : MIX) {
            double at = 0;
            while (true) {
                at += -Math.log(1 - random.nextDouble()) / (kind.perSecond() * share);
                if (at >= time.toSeconds()) {
                    break;
                }
                plan.add(new Due((long) (at * TimeUnit.SECONDS.toNanos(1)), kind));
            }
        }
        plan.sort(Comparator.comparingLong(Due::nanos));
        return plan;
    }

    private CompletableFuture<Void> send(Kind kind, Random random) {
        String path = kind.path().of(random);
        String body = kind.body().of(random);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
        if (body.isEmpty()) {
            request.method(kind.verb(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(kind.verb(), BodyPublishers.ofString(body));
        }
        String what = kind.verb() + " " + path.replaceAll("\\?.*", "").replaceAll("[0-9]+", "*");
        return client.sendAsync(request.build(), BodyHandlers.discarding()).handle((answer, failure) -> {
            count(what + " "
                    + (failure == null
                            ? answer.statusCode()
                            : failure.getClass().getSimpleName()));
            return null;
        });
    }

    private void count(String what) {
        answers.computeIfAbsent(what, any -> new LongAdder()).increment();
    }

    private static Kind get(double perSecond, Path path) {
        return new Kind(perSecond, "GET", path, random -> "");
    }

    private static int customer(Random random) {
        return 1 + random.nextInt(Seed.CUSTOMERS);
    }

    private static int order(Random random) {
        return 1 + random.nextInt(Seed.ORDERS);
    }

    private static String sku(Random random) {
        return "SKU-" + (1 + random.nextInt(Seed.PRODUCTS));
    }

    private static String item(Random random) {
        int cart = 1 + random.nextInt(Seed.CARTS);
        return "/carts/" + cart + "/items/" + (cart * Seed.ITEMS_AT_MOST + 1);
    }
}
