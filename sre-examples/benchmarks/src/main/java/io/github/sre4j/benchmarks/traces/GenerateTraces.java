package io.github.sre4j.benchmarks.traces;

import io.github.sre4j.trace.HttpCall;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanBuilder;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Statement;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Requests as services make them: filters, a handler, statements one by one and row by row, cache reads, calls to other services with what these do,
 * now and then an error that bubbles up. Every statement has a literal of its own, so that nothing is remembered that would not be in
 * production. The same seed gives the same requests.
 */
final class GenerateTraces {

    private static final long EPOCH = 1_763_800_000_000_000_000L;
    private static final String[] TABLES = {
        "orders", "items", "customers", "prices", "stock", "visits", "pets", "owners"
    };

    private final Random random;
    private final List<Span> spans = new ArrayList<>();
    private int lastId;

    private GenerateTraces(long seed) {
        this.random = new Random(seed);
    }

    /** A request of about that many spans. */
    static TraceData request(long seed, int wanted) {
        GenerateTraces request = new GenerateTraces(seed);
        request.service("shop", null, EPOCH + seed * 1_000_000_000L, wanted, 0);
        Collections.shuffle(request.spans, request.random);
        return TraceData.ofSpans(String.format("%032x", seed + 1), TraceFormat.OTLP, request.spans);
    }

    private long service(String service, @Nullable String parent, long start, int wanted, int depth) {
        int before = spans.size();
        String root = id();
        String[] filters = {root, id(), id(), id()};
        String handler = filters[3];
        boolean fails = random.nextInt(20) == 0;
        SpanError error = fails ? new SpanError("shop.NoStockException", "no stock", false) : null;
        long at = start + 400_000;
        while (spans.size() - before < wanted - filters.length) {
            int left = wanted - filters.length - (spans.size() - before);
            at = switch (random.nextInt(6)) {
                case 0 -> rows(service, handler, at, Math.min(left, 5 + random.nextInt(40)));
                case 1, 2 -> statement(service, handler, at, TABLES[random.nextInt(TABLES.length)]);
                case 3 -> cache(service, handler, at);
                case 4 ->
                    left > 12 && depth < 3
                            ? call(service, handler, at, Math.min(left - 1, 10 + random.nextInt(60)), depth)
                            : at;
                default -> statement(service, handler, at, "lookup" + random.nextInt(30));
            };
            at += random.nextInt(200_000);
        }
        for (int i = filters.length - 1; i >= 0; i--) {
            long begin = start + i * 100_000L;
            SpanBuilder builder = Span.builder(
                            filters[i],
                            service,
                            i == 0 ? "GET /" + service + "/{id}" : "com.example." + service + ".Step" + i + "/handle")
                    .parent(i == 0 ? parent : filters[i - 1])
                    .kind(i == 0 ? SpanKind.SERVER : SpanKind.INTERNAL)
                    .entryPoint(i == 0)
                    .at(begin, at + (filters.length - i) * 50_000L - begin)
                    .host(service + "-1")
                    .thread("t")
                    .error(error)
                    .attributes(Map.of("thread.id", "55", "category", "generic", "service.version", "1.0"));
            if (i == 0) {
                builder.http(new HttpCall(
                        "GET",
                        null,
                        "/" + service + "/" + random.nextInt(1_000_000),
                        null,
                        false,
                        fails ? 500 : 200,
                        null,
                        -1,
                        0));
            }
            spans.add(builder.build());
        }
        return at + filters.length * 50_000L;
    }

    private long rows(String service, String parent, long start, int count) {
        String table = TABLES[random.nextInt(TABLES.length)];
        long at = start;
        for (int i = 0; i < count; i++) {
            at = statement(service, parent, at, table);
        }
        return at;
    }

    private long statement(String service, String parent, long start, String table) {
        long duration = 300_000 + random.nextInt(3_000_000);
        String sql = "select a.id, a.name, a.created_at, b.price from " + table
                + " a left join prices b on a.id = b.item_id where a.owner_id = " + random.nextInt(1_000_000)
                + " order by a.name";
        spans.add(Span.builder(id(), service, "Datastore/statement/Postgres/" + table + "/select")
                .parent(parent)
                .kind(SpanKind.CLIENT)
                .category(SpanCategory.DATABASE)
                .statement(new Statement(sql, "postgresql", "shop", table, "select", false))
                .at(start, duration)
                .host(service + "-1")
                .thread("t")
                .attributes(Map.of("category", "datastore", "db.collection", table))
                .build());
        return start + duration;
    }

    private long cache(String service, String parent, long start) {
        long duration = 50_000 + random.nextInt(300_000);
        spans.add(Span.builder(id(), service, "GET")
                .parent(parent)
                .kind(SpanKind.CLIENT)
                .category(SpanCategory.CACHE)
                .statement(new Statement("GET user:" + random.nextInt(1_000_000), "redis", null, null, "get", false))
                .at(start, duration)
                .host(service + "-1")
                .thread("t")
                .build());
        return start + duration;
    }

    private long call(String service, String parent, long start, int wanted, int depth) {
        String callee = TABLES[random.nextInt(TABLES.length)] + "-service";
        String id = id();
        long end = service(callee, id, start + 200_000, wanted, depth + 1) + 200_000;
        spans.add(Span.builder(id, service, "External/" + callee)
                .parent(parent)
                .kind(SpanKind.CLIENT)
                .category(SpanCategory.HTTP)
                .http(new HttpCall(
                        "GET", callee, "/" + callee + "/" + random.nextInt(1_000_000), null, false, 200, null, -1, 0))
                .at(start, end - start)
                .host(service + "-1")
                .thread("t")
                .build());
        return end;
    }

    private String id() {
        return String.format("%016x", ++lastId);
    }
}
