package io.github.sre4j.alerts.migrate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping;
import io.github.sre4j.alerts.migrate.mapping.MigrationMapping.LogScope;
import io.github.sre4j.alerts.migrate.monitor.MonitorFile;
import io.github.sre4j.alerts.migrate.translate.Translation;
import io.github.sre4j.text.Texts;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Monitors in the shapes of real clusters, each with its right translation and with documents that tell queries apart. */
final class MonitorCases {

    static final ObjectMapper MAPPER = new ObjectMapper();

    /** One index pattern that stands for all logs, so that probes need no scope. */
    static final MigrationMapping MAPPING =
            new MigrationMapping(Map.of("logs-*", new LogScope("Log", "")), Map.of(), Map.of());

    record Case(JsonNode node) {

        String name() {
            return node.path("monitor").path("name").asText();
        }

        Translation translate() {
            return translate(MAPPING);
        }

        Translation translate(MigrationMapping mapping) {
            byte[] content = node.path("monitor").toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            return Migration.of(MonitorFile.read("case.json", content), List.of(), mapping, Texts.of("en"))
                    .translations()
                    .get(0);
        }

        List<String> texts(String key) {
            List<String> texts = new ArrayList<>();
            node.path(key).forEach(item -> texts.add(item.asText()));
            return texts;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    private MonitorCases() {}

    static List<Case> all() throws IOException {
        List<Case> cases = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(MonitorCases.class.getResourceAsStream("cases.json"))) {
            MAPPER.readTree(in).forEach(node -> cases.add(new Case(node)));
        }
        return cases;
    }
}
