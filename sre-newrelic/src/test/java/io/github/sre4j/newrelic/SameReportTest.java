package io.github.sre4j.newrelic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.sre4j.check.CheckOptions;
import io.github.sre4j.check.ServiceLevelCheck;
import io.github.sre4j.examples.standin.NerdGraphEmulator;
import io.github.sre4j.examples.standin.StandinOptions;
import io.github.sre4j.gate.OnNoData;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.sli.Service;
import io.github.sre4j.sli.Window;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.standard.Product;
import io.github.sre4j.standard.Standard;
import io.github.sre4j.standard.yaml.StandardYaml;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.TelemetrySource;
import io.github.sre4j.telemetry.events.EventFiles;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The petclinic of the examples, with its own standard: the whole report file, asked of a NerdGraph and read from the same files. */
class SameReportTest {

    private static final Path EXAMPLE = Path.of("../sre-examples/petclinic-check");
    private static final Window WINDOW =
            new Window(Instant.parse("2026-11-22T08:16:30Z"), Instant.parse("2026-11-22T08:26:30Z"));

    /** Read from files, percentiles are within a thousandth; asked of New Relic, within what the report states. */
    private static final double OF_FILES = 0.001;

    @Test
    void is_the_same_but_for_percentiles_and_where_it_comes_from() throws Exception {
        Path events = EXAMPLE.resolve("src/events");
        ObjectNode read = report(new EventFiles(events, null));
        ObjectNode asked;
        try (NerdGraphEmulator standin = NerdGraphEmulator.start(
                StandinOptions.DEFAULT.withEvents(events).withNowAtEndOfEvents())) {
            asked = report(Standins.telemetry(standin, "petclinic-before"));
        }
        assertThat(asked.path("source").path("events"))
                .isEqualTo(read.path("source").path("events"));
        assertThat(asked.path("source").path("sampled"))
                .isEqualTo(read.path("source").path("sampled"));
        assertThat(asked.path("source").path("keptShare"))
                .isEqualTo(read.path("source").path("keptShare"));
        asked.remove("source");
        read.remove("source");
        for (int i = 0; i < read.path("endpoints").size(); i++) {
            ObjectNode expected = (ObjectNode) read.path("endpoints").get(i);
            ObjectNode actual = (ObjectNode) asked.path("endpoints").get(i);
            String name = expected.path("name").asText();
            ObjectNode exact = (ObjectNode) expected.remove("latencyMs");
            ObjectNode approximate = (ObjectNode) actual.remove("latencyMs");
            for (String percentile : List.of("p50", "p90", "p95", "p99")) {
                double value = exact.path(percentile).asDouble();
                assertThat(approximate.path(percentile).asDouble())
                        .as(name + " " + percentile)
                        .isBetween(value * (1 - 0.03125 - OF_FILES), value * (1 + 0.03125 + OF_FILES));
            }
            assertThat(approximate.path("max")).as(name).isEqualTo(exact.path("max"));
        }
        assertThat(asked.path("goal").path("endpoints").asInt()).isGreaterThan(10);
        assertThat(rounded(asked)).isEqualTo(rounded(read));
    }

    /** Sums of thousands of decimals depend in their last digits on the order of adding. */
    private static String rounded(JsonNode report) throws Exception {
        return JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(report)
                .replaceAll("(\\d+\\.\\d{6})\\d+", "$1");
    }

    private static ObjectNode report(TelemetrySource source) throws Exception {
        Path file = EXAMPLE.resolve("sre-standard.yaml");
        Standard standard = StandardYaml.read(file.toString(), Files.readAllBytes(file));
        CheckOptions options =
                new CheckOptions(new Service("petclinic", null), WINDOW, Enforcement.ENFORCE, OnNoData.FAIL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(
                new ServiceLevelCheck(standard, Product.NOT_CONFIGURED, Clock.fixed(WINDOW.to(), ZoneOffset.UTC))
                        .run(source, options, ProgressListener.NONE),
                out);
        return (ObjectNode) JsonMapper.builder().build().readTree(out.toByteArray());
    }
}
