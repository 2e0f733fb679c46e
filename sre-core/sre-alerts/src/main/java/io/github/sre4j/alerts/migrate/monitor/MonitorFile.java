package io.github.sre4j.alerts.migrate.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.alerts.migrate.finding.FindingTexts;
import io.github.sre4j.text.InvalidInputException;
import io.github.sre4j.text.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads files with one monitor, or with the export of a search. */
public final class MonitorFile {

    private static final int MAX_DEPTH = 60;

    private static final JsonMapper MAPPER = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(com.fasterxml.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private MonitorFile() {}

    /**
     * Returns the monitors of a file.
     *
     * @param name name of the file, for messages
     * @param content bytes, UTF-8
     * @throws InvalidInputException if it is no JSON, or holds no monitor
     */
    public static List<Monitor> read(String name, byte[] content) {
        JsonNode root;
        try {
            String text = new String(content, StandardCharsets.UTF_8);
            root = MAPPER.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JsonProcessingException e) {
            String problem =
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new InvalidInputException(
                    e.getLocation() == null
                            ? Message.of(FindingTexts.class, "file.no-json-anywhere", name, problem)
                            : Message.of(
                                    FindingTexts.class,
                                    "file.no-json",
                                    name,
                                    Integer.toString(e.getLocation().getLineNr()),
                                    Integer.toString(e.getLocation().getColumnNr()),
                                    problem),
                    e);
        }
        List<Monitor> monitors = new ArrayList<>();
        collect(name, root, monitors);
        if (monitors.isEmpty()) {
            throw new InvalidInputException(Message.of(FindingTexts.class, "file.no-monitor", name));
        }
        return monitors;
    }

    private static void collect(String origin, JsonNode node, List<Monitor> monitors) {
        JsonNode hits = node.path("hits").path("hits");
        if (hits.isArray()) {
            for (JsonNode hit : hits) {
                collect(origin + "#" + hit.path("_id").asText("?"), hit.path("_source"), monitors);
            }
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(origin + "#" + (i + 1), node.get(i), monitors);
            }
        } else if (node.path("monitor").isObject()) {
            collect(origin, node.get("monitor"), monitors);
        } else if (node.path("_source").isObject()) {
            collect(origin, node.get("_source"), monitors);
        } else if (node.has("triggers") || node.has("monitor_type") || node.has("inputs")) {
            monitors.add(new MonitorParser(origin).parse(node));
        }
    }
}
