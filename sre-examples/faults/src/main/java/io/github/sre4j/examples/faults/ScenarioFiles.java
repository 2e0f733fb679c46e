package io.github.sre4j.examples.faults;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.trace.LogLine;
import io.github.sre4j.trace.Span;
import io.github.sre4j.trace.TraceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a scenario as OTLP JSON: spans and logs apart, and {@code answer.txt}. Arguments: folder, seed, fault. */
public final class ScenarioFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScenarioFiles() {}

    /** Writes one scenario. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Scenario scenario = Scenario.of(Long.parseLong(arguments[1]), Fault.Type.valueOf(arguments[2]));
        write(folder, scenario);
        System.out.println("sre.from=" + Scenario.WINDOW_START + " sre.until=" + Scenario.WINDOW_END);
    }

    static void write(Path folder, Scenario scenario) throws IOException {
        Files.createDirectories(folder);
        List<TraceData> all = new ArrayList<>(scenario.reference());
        all.addAll(scenario.window());
        Map<String, ArrayNode> spans = new LinkedHashMap<>();
        Map<String, ArrayNode> logs = new LinkedHashMap<>();
        for (TraceData trace : all) {
            for (Span span : trace.spans()) {
                spans.computeIfAbsent(span.service(), any -> JSON.createArrayNode())
                        .add(span(trace.traceId(), span));
            }
            for (LogLine line : trace.logs()) {
                logs.computeIfAbsent(String.valueOf(line.service()), any -> JSON.createArrayNode())
                        .add(log(trace.traceId(), line));
            }
        }
        Files.writeString(folder.resolve("spans.json"), document("resourceSpans", "scopeSpans", "spans", spans));
        Files.writeString(folder.resolve("logs.json"), document("resourceLogs", "scopeLogs", "logRecords", logs));
        Files.writeString(folder.resolve("answer.txt"), scenario.fault() + "\n");
    }

    private static String document(String resources, String scopes, String items, Map<String, ArrayNode> byService) {
        ObjectNode document = JSON.createObjectNode();
        ArrayNode list = document.putArray(resources);
        byService.forEach((service, all) -> {
            ObjectNode resource = list.addObject();
            attribute(resource.putObject("resource").putArray("attributes"), "service.name", service);
            resource.putArray(scopes).addObject().set(items, all);
        });
        return document.toString();
    }

    private static ObjectNode span(String traceId, Span span) {
        ObjectNode node = JSON.createObjectNode()
                .put("traceId", traceId)
                .put("spanId", span.id())
                .put("name", span.name())
                .put("kind", "SPAN_KIND_" + span.kind())
                .put("startTimeUnixNano", Long.toString(span.startNanos()))
                .put("endTimeUnixNano", Long.toString(span.startNanos() + span.durationNanos()));
        if (span.parentId() != null) {
            node.put("parentSpanId", span.parentId());
        }
        ArrayNode attributes = node.putArray("attributes");
        attribute(attributes, "host.name", String.valueOf(span.host()));
        if (span.statement() != null && span.statement().text() != null) {
            attribute(attributes, "db.system", String.valueOf(span.statement().system()));
            attribute(attributes, "db.statement", span.statement().text());
        }
        if (span.error() != null) {
            node.putObject("status").put("code", "STATUS_CODE_ERROR");
            if (span.error().errorClass() != null) {
                attribute(attributes, "error.type", span.error().errorClass());
            }
        }
        return node;
    }

    private static ObjectNode log(String traceId, LogLine line) {
        ObjectNode node = JSON.createObjectNode()
                .put("traceId", traceId)
                .put("spanId", String.valueOf(line.spanId()))
                .put("timeUnixNano", Long.toString(line.atNanos()))
                .put("severityText", line.severity().name());
        node.putObject("body").put("stringValue", line.message());
        return node;
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }
}
