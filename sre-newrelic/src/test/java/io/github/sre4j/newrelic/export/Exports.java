package io.github.sre4j.newrelic.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.newrelic.ServiceReference;
import io.github.sre4j.newrelic.nerdgraph.BuildScope;
import io.github.sre4j.newrelic.nerdgraph.NerdGraph;
import io.github.sre4j.newrelic.nerdgraph.NerdGraphOptions;
import io.github.sre4j.newrelic.nerdgraph.UserKey;
import io.github.sre4j.newrelic.nrql.Nrql;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/** Exports of a stand-in, for tests. */
final class Exports {

    static final Instant UNTIL = Instant.parse("2026-11-22T09:00:00Z");
    static final String GUID = "N3xBUE18QVBQTElDQVRJT058MQ";

    private Exports() {}

    static ExportRequest request(Path folder, String... types) {
        return new ExportRequest(
                ServiceReference.named("orders", OptionalLong.empty()),
                Duration.ofHours(1),
                UNTIL,
                List.of(types),
                true,
                1_000_000,
                folder);
    }

    static ExportRequest unmasked(ExportRequest request) {
        return new ExportRequest(
                request.service(),
                request.length(),
                request.until(),
                request.types(),
                false,
                request.maxRows(),
                request.folder());
    }

    static Export prepare(NerdGraphEmulator standin, ExportRequest request, int limit) throws TelemetryException {
        return prepare(standin, request, limit, UNTIL);
    }

    static Export prepare(NerdGraphEmulator standin, ExportRequest request, int limit, Instant now)
            throws TelemetryException {
        NerdGraphOptions options = new NerdGraphOptions(
                standin.url(),
                UserKey.of(standin.apiKey(), "the test"),
                null,
                Duration.ofSeconds(3),
                Duration.ofMillis(200));
        return new Exporter(new NerdGraph(options, new BuildScope()), Clock.fixed(now, ZoneOffset.UTC), limit)
                .prepare(request);
    }

    static ExportResult run(NerdGraphEmulator standin, ExportRequest request, int limit) throws TelemetryException {
        return run(prepare(standin, request, limit), ProgressListener.NONE);
    }

    static ExportResult run(NerdGraphEmulator standin, ExportRequest request) throws TelemetryException {
        return run(standin, request, Nrql.LIMIT_MAX);
    }

    static ExportResult run(Export export, ProgressListener progress) throws TelemetryException {
        return export.run(progress, new ExportLines(Texts.of("en"))::summary);
    }

    /** A transaction of the service, seconds before the end of the window. */
    static Map<String, Object> transaction(Instant at, String guid) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("timestamp", at.toEpochMilli());
        row.put("name", "WebTransaction/SpringController/orders (GET)");
        row.put("duration", 0.25);
        row.put("error", false);
        row.put("appName", "orders");
        row.put("entityGuid", GUID);
        row.put("guid", guid);
        return row;
    }

    static String text(Path file) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(java.nio.file.Files.newInputStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : text(file).split("\n")) {
            if (!line.isEmpty()) {
                rows.add(JsonMapper.builder().build().readTree(line));
            }
        }
        return rows;
    }
}
