package io.github.sre4j.prometheus.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/** A server of the HTTP API over series in memory. */
public final class PrometheusEmulator implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Metrics metrics;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public PrometheusEmulator(Metrics metrics) throws IOException {
        this.metrics = metrics;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Returns the paths that were asked for. */
    public List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("/api/v1/", "");
        requests.add(path);
        Map<String, List<String>> form = form(
                exchange.getRequestMethod().equals("POST")
                        ? new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                        : exchange.getRequestURI().getRawQuery());
        ObjectNode answer = JSON.createObjectNode();
        int status = 200;
        try {
            answer.put("status", "success");
            switch (path) {
                case "query" -> {
                    long time = Long.parseLong(form.get("time").get(0)) * 1_000;
                    query(answer, form, List.of(time), false);
                }
                case "query_range" -> {
                    List<Long> times = new ArrayList<>();
                    long step = Long.parseLong(form.get("step").get(0)) * 1_000;
                    for (long time = Long.parseLong(form.get("start").get(0)) * 1_000;
                            time <= Long.parseLong(form.get("end").get(0)) * 1_000;
                            time += step) {
                        times.add(time);
                    }
                    query(answer, form, times, true);
                }
                default -> labels(answer, path, form);
            }
        } catch (RuntimeException e) {
            status = 400;
            answer.put("status", "error").put("errorType", "bad_data").put("error", String.valueOf(e.getMessage()));
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Content-Encoding", "gzip");
        exchange.sendResponseHeaders(status, 0);
        try (OutputStream out = new GZIPOutputStream(exchange.getResponseBody())) {
            out.write(JSON.writeValueAsBytes(answer));
        }
    }

    private void query(ObjectNode answer, Map<String, List<String>> form, List<Long> times, boolean range) {
        PromQl.Node node = new PromQl(metrics, form.get("query").get(0)).parse();
        Map<Map<String, String>, ArrayNode> series = new LinkedHashMap<>();
        for (long time : times) {
            for (PromQl.Sample sample : node.at(time)) {
                series.computeIfAbsent(sample.labels(), labels -> JSON.createArrayNode())
                        .add(JSON.createArrayNode().add(time / 1_000.0).add(text(sample.value())));
            }
        }
        ArrayNode result = answer.putObject("data")
                .put("resultType", range ? "matrix" : "vector")
                .putArray("result");
        series.forEach((labels, values) -> {
            ObjectNode one = result.addObject();
            ObjectNode metric = one.putObject("metric");
            labels.forEach(metric::put);
            one.set(range ? "values" : "value", range ? values : values.get(0));
        });
    }

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString(Math.round(value))
                : Double.toString(value);
    }

    private void labels(ObjectNode answer, String path, Map<String, List<String>> form) {
        TreeSet<String> found = new TreeSet<>();
        for (String selector : form.get("match[]")) {
            for (Map<String, String> labels : new PromQl(metrics, selector).selected()) {
                if (path.equals("labels")) {
                    found.addAll(labels.keySet());
                } else if (labels.containsKey(path.split("/", -1)[1])) {
                    found.add(labels.get(path.split("/", -1)[1]));
                }
            }
        }
        ArrayNode data = answer.putArray("data");
        found.forEach(data::add);
    }

    private static Map<String, List<String>> form(String text) {
        Map<String, List<String>> form = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.computeIfAbsent(URLDecoder.decode(parts[0], StandardCharsets.UTF_8), key -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
