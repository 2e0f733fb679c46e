package io.github.sre4j.trace.period;

import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Severity;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.SpanCategory;
import io.github.sre4j.trace.SpanError;
import io.github.sre4j.trace.SpanKind;
import io.github.sre4j.trace.Trace;
import io.github.sre4j.trace.TraceData;
import io.github.sre4j.trace.TraceFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Requests of a small shop, {@code web} → {@code orders} → {@code stock} → database, with faults on demand. Times in milliseconds. */
final class ShopRequests {

    private static final long EPOCH = 1_790_000_000_000L * 1_000_000;

    private final Random random;
    boolean stockReturnsEarly;
    boolean stockThrows;
    double stockSlowdown = 1;
    double stockDelay;
    double databaseDelay;

    private int requests;
    private List<Span> spans = new ArrayList<>();
    private List<LogLine> logs = new ArrayList<>();

    ShopRequests(long seed) {
        this.random = new Random(seed);
    }

    List<Trace> traces(int count) {
        List<Trace> traces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            traces.add(trace());
        }
        return traces;
    }

    private Trace trace() {
        spans = new ArrayList<>();
        logs = new ArrayList<>();
        String trace = String.format("%032x", ++requests + random.nextInt(1000) * 1000L);
        boolean failed = stockThrows;
        double t = work(2);
        log("orders", "o2", t, "order " + random.nextInt(9999) + " received");
        double call = t + work(1);
        double stock = call + network();
        double end = stock(stock);
        double back = end + network();
        span("c1", "o2", "orders", "HTTP GET", SpanKind.CLIENT, call, back, failed);
        double done = back + work(1);
        if (failed) {
            logs.add(new LogLine(
                    "",
                    at(done),
                    "orders",
                    Severity.ERROR,
                    null,
                    "o2",
                    "shop.Orders",
                    null,
                    "order failed",
                    null,
                    null,
                    null));
        } else if (!stockReturnsEarly) {
            log("orders", "o2", done, "order stored with id " + random.nextInt(9999));
        }
        done += work(1);
        span("o2", "w1", "orders", "POST /orders", SpanKind.SERVER, 1, done, failed);
        span("w1", null, "web", "POST /shop", SpanKind.SERVER, 0, done + work(0.5), failed);
        return Trace.of(new TraceData(trace, TraceFormat.OTLP, spans, logs, List.of(), List.of(), List.of()));
    }

    private double stock(double start) {
        double t = start + stockSlowdown * work(3);
        log("stock", "s1", t, "looking for item " + random.nextInt(9999));
        if (!stockReturnsEarly && !stockThrows) {
            double query = t + stockSlowdown * work(1);
            t = query + work(2) + databaseDelay + stockDelay;
            span("d1", "s1", "stock", "SELECT items", SpanKind.CLIENT, query, t, false);
            t += stockSlowdown * work(1);
            log("stock", "s1", t, "item found, quantity " + random.nextInt(99));
        }
        t += stockSlowdown * work(1);
        span("s1", "c1", "stock", "GET /stock/{id}", SpanKind.SERVER, start, t, stockThrows);
        return t;
    }

    private double network() {
        return 0.3 + 0.1 * random.nextDouble() + stockDelay / 2;
    }

    private double work(double millis) {
        return millis * Math.exp(0.2 * random.nextGaussian());
    }

    private static long at(double millis) {
        return EPOCH + Math.round(millis * 1e6);
    }

    private void log(String service, String span, double at, String message) {
        logs.add(new LogLine(
                "", at(at), service, Severity.INFO, null, span, "shop." + service, null, message, null, null, null));
    }

    private void span(
            String id,
            String parent,
            String service,
            String name,
            SpanKind kind,
            double from,
            double to,
            boolean failed) {
        var span =
                Span.builder(id, service, name).parent(parent).kind(kind).at(at(from), Math.round((to - from) * 1e6));
        if (kind == SpanKind.CLIENT) {
            span.category(name.startsWith("HTTP") ? SpanCategory.HTTP : SpanCategory.DATABASE);
        }
        if (failed) {
            span.error(new SpanError("java.lang.IllegalStateException", null, false));
        }
        spans.add(span.entryPoint(kind == SpanKind.SERVER).build());
    }
}
