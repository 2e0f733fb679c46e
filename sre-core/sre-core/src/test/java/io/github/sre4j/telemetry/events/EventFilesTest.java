package io.github.sre4j.telemetry.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.sli.Window;
import io.github.sre4j.telemetry.Counts;
import io.github.sre4j.telemetry.EndpointMeasurement;
import io.github.sre4j.telemetry.MeasurementPlan;
import io.github.sre4j.telemetry.Measurements;
import io.github.sre4j.telemetry.PlannedClass;
import io.github.sre4j.telemetry.ProgressListener;
import io.github.sre4j.telemetry.Rejections.Rejection;
import io.github.sre4j.telemetry.Sampling;
import io.github.sre4j.telemetry.TelemetryException;
import io.github.sre4j.telemetry.TelemetryException.Kind;
import io.github.sre4j.text.Message;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFilesTest {

    private static final Instant FROM = Instant.parse("2026-11-22T08:16:30Z");
    private static final Window WINDOW = new Window(FROM, FROM.plusSeconds(600));
    private static final Duration THRESHOLD = Duration.ofMillis(50);
    private static final MeasurementPlan PLAN = new MeasurementPlan(
            WINDOW, List.of(new PlannedClass("all", List.of(new EndpointPattern("**")), THRESHOLD)));
    private static final String GOOD =
            "{\"name\":\"WebTransaction/a\",\"timestamp\":" + FROM.toEpochMilli() + ",\"duration\":0.06}";

    @TempDir
    private Path folder;

    @Test
    void captured_events_give_what_a_plain_calculation_gives() throws Exception {
        Path file = folder.resolve("Transaction.ndjson.gz");
        Files.write(file, resource("Transaction.ndjson.gz"));
        Map<String, List<JsonNode>> rows = new TreeMap<>();
        JsonMapper mapper = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().toList()) {
                JsonNode row = mapper.readTree(line);
                rows.computeIfAbsent(row.get("name").asText(), name -> new java.util.ArrayList<>())
                        .add(row);
            }
        }
        Measurements measured = measure(file);
        assertThat(measured.endpoints()).extracting(e -> e.name().value()).containsExactlyElementsOf(rows.keySet());
        for (EndpointMeasurement endpoint : measured.endpoints()) {
            List<JsonNode> own = rows.get(endpoint.name().value());
            List<BigDecimal> durations = own.stream()
                    .map(r -> r.get("duration").decimalValue())
                    .sorted()
                    .toList();
            BigDecimal limit = new BigDecimal("0.05");
            long slow = durations.stream().filter(d -> d.compareTo(limit) > 0).count();
            long errors = own.stream().filter(r -> r.get("error").asBoolean()).count();
            BigDecimal excess = durations.stream()
                    .map(d -> d.subtract(limit).max(BigDecimal.ZERO))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(endpoint.whole()).isEqualTo(new Counts(own.size(), slow, errors));
            assertThat(BigDecimal.valueOf(endpoint.excess().toNanos(), 9)).isEqualByComparingTo(excess);
            double p95 = durations.get((95 * durations.size() + 99) / 100 - 1).doubleValue() * 1e9;
            assertThat((double) endpoint.latencySummary().orElseThrow().p95().toNanos())
                    .isCloseTo(p95, within(p95 * 0.001));
        }
        assertThat(measured.source().events()).isEqualTo(9505);
        assertThat(measured.source().rejections().total()).isZero();
    }

    @Test
    void metrics_beside_the_events_tell_that_they_are_a_sample() throws Exception {
        Files.write(folder.resolve("Transaction.ndjson.gz"), resource("Transaction.ndjson.gz"));
        Files.write(folder.resolve("Metric.ndjson.gz"), resource("Metric.ndjson.gz"));
        Measurements measured = measure(folder);
        assertThat(measured.source().sampling()).isInstanceOf(Sampling.Sampled.class);
        // 11,605 requests were sent; 9,504 of them left an event.
        assertThat(((Sampling.Sampled) measured.source().sampling()).keptShare())
                .isCloseTo(9504.0 / 11605, within(0.001));
        long traffic = measured.endpoints().stream()
                .mapToLong(EndpointMeasurement::traffic)
                .sum();
        assertThat(traffic).isEqualTo(11606);
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains("also read as evidence: 4,619 Metric rows");
    }

    @Test
    void every_layout_of_the_same_events_gives_the_same_measurement() throws Exception {
        byte[] lines =
                new GZIPInputStream(new java.io.ByteArrayInputStream(resource("Transaction.ndjson.gz"))).readAllBytes();
        String array = new String(lines, StandardCharsets.UTF_8).lines().collect(Collectors.joining(",\n", "[", "]"));
        List<EndpointMeasurement> expected =
                measure(file("Transaction.ndjson", lines)).endpoints();
        assertThat(measure(file("Transaction.ndjson.gz", gzip(lines))).endpoints())
                .isEqualTo(expected);
        assertThat(measure(file("Transaction.json", bytes(array))).endpoints()).isEqualTo(expected);
        assertThat(measure(file(
                                "export.json",
                                bytes("{\"data\":{\"actor\":{\"account\":{\"a\":{\"results\":" + array
                                        + "},\"nrql\":null}}}}")))
                        .endpoints())
                .isEqualTo(expected);
        assertThat(measure(file("crlf.jsonl", bytes(new String(lines, StandardCharsets.UTF_8).replace("\n", "\r\n"))))
                        .endpoints())
                .isEqualTo(expected);
    }

    @Test
    void reading_in_parts_side_by_side_changes_nothing_not_even_line_numbers() throws Exception {
        byte[] lines =
                new GZIPInputStream(new java.io.ByteArrayInputStream(resource("Transaction.ndjson.gz"))).readAllBytes();
        Path file = folder.resolve("Transaction.ndjson");
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 6; i++) {
                out.write(lines);
                out.write(bytes(i == 4 ? "{\"broken\n" : "\n"));
            }
        }
        Measurements alone = new EventFiles(file, "f", null, 1).measure(PLAN, ProgressListener.NONE);
        Measurements together = new EventFiles(file, "f", null, 4).measure(PLAN, ProgressListener.NONE);
        assertThat(Files.size(file)).isGreaterThan(4 * ParallelLines.PART);
        assertThat(together.endpoints()).usingRecursiveComparison().isEqualTo(alone.endpoints());
        assertThat(together.source()).isEqualTo(alone.source());
        assertThat(together.source().rejections().named())
                .extracting(Rejection::line)
                .containsExactly(5L * 9506);
    }

    @Test
    void decompressing_ahead_changes_nothing_and_hides_no_damage() throws Exception {
        Random random = new Random(3);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            lines.append(GOOD.replace(
                            "0.06", "0." + (10_000_000 + random.nextInt(90_000_000)) + (i % 9_999 == 9_998 ? "x" : "")))
                    .append('\n');
        }
        byte[] compressed = gzip(bytes(lines.toString()));
        assertThat((long) compressed.length).isGreaterThan(EventReader.GZIPPED_AHEAD);
        Path file = file("Transaction.ndjson.gz", compressed);
        Measurements alone = new EventFiles(file, "f", null, 1).measure(PLAN, ProgressListener.NONE);
        List<Long> done = new ArrayList<>();
        Measurements ahead = new EventFiles(file, "f", null, 2).measure(PLAN, (bytes, total) -> done.add(bytes));
        assertThat(ahead.endpoints()).usingRecursiveComparison().isEqualTo(alone.endpoints());
        assertThat(ahead.source()).isEqualTo(alone.source());
        assertThat(ahead.source().rejections().named())
                .extracting(Rejection::line)
                .containsExactly(9_999L, 2 * 9_999L, 3 * 9_999L, 4 * 9_999L, 5 * 9_999L);
        assertThat(done).isSorted().endsWith((long) compressed.length);
        compressed[compressed.length - 1_000] ^= 1;
        Path damaged = file("Transaction.ndjson.gz", compressed);
        assertThatThrownBy(() -> new EventFiles(damaged, "f", null, 2).measure(PLAN, ProgressListener.NONE))
                .hasMessageContaining("is damaged or truncated");
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(t -> t.getName().equals("sre4j-read-ahead"));
    }

    @Test
    void unusable_lines_are_counted_and_named() throws Exception {
        String lines = String.join(
                "\n",
                GOOD,
                "{\"name\":\"x\",\"timestamp\":1795335434541}",
                "{\"timestamp\":1795335434541,\"duration\":1}",
                "{\"name\":\"x\",\"duration\":1}",
                "{\"name\":\"x\",\"timestamp\":1795335434,\"duration\":1}",
                "{\"name\":\"x\",\"timestamp\":1795335434541,\"duration\":-1}",
                "{\"name\":\"x\",\"timestamp\":1795335434541,\"duration\":1,\"duration\":2}",
                "{\"name\":\"x\",\"timestamp\":1795335434541,\"duration\":1,\"error\":\"yes\"}",
                "{\"name\":7,\"timestamp\":1795335434541,\"duration\":1}",
                "{\"name\":\"x\",\"timestamp\":1795335434541,\"duration\":1e999999999}",
                "not json",
                "[1]",
                "",
                GOOD + GOOD);
        Measurements measured = measure(file("Transaction.ndjson", bytes(lines)));
        assertThat(measured.requests()).isEqualTo(1);
        assertThat(measured.source().rejections().total()).isEqualTo(12);
        assertThat(measured.source().rejections().named())
                .extracting(r -> r.line() + " " + r.why())
                .containsExactly(
                        "2 there is no duration, or it is not a number",
                        "3 no name",
                        "4 there is no timestamp, or it is not a number",
                        "5 the timestamp is not in epoch milliseconds",
                        "6 the duration is negative",
                        "7 duplicate key 'duration'",
                        "8 'error' is neither true nor false",
                        "9 the name is not text",
                        "10 the duration is longer than a year",
                        "11 the line is not valid JSON",
                        "12 the line is not a JSON object",
                        "14 unexpected text after the object");
    }

    @Test
    void broken_utf8_is_named() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes("{\"name\":\"x"));
        out.write(0xC3);
        out.write(bytes("\",\"timestamp\":1795335434541,\"duration\":1}\n" + GOOD));
        Measurements measured = measure(file("Transaction.ndjson", out.toByteArray()));
        assertThat(measured.source().rejections().total()).isEqualTo(1);
        assertThat(measured.requests()).isEqualTo(1);
    }

    @Test
    void damaged_compression_is_an_error_and_never_part_of_an_answer() throws Exception {
        byte[] whole = resource("Transaction.ndjson.gz");
        Path file = file("Transaction.ndjson.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> measure(file))
                .isInstanceOfSatisfying(
                        TelemetryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE))
                .hasMessageContaining("is damaged or truncated")
                .hasMessageContaining("Replace the file");
    }

    @Test
    void a_document_that_ends_early_or_breaks_is_an_error_and_never_part_of_an_answer() throws Exception {
        String array = "[\n" + GOOD + ",\n" + GOOD;
        for (String broken : List.of(array, array + ",}]", "{\"results\":" + array + "]", "[" + GOOD + "\nnot json")) {
            Path file = file("Transaction.json", bytes(broken));
            assertThatThrownBy(() -> measure(file))
                    .as(broken)
                    .isInstanceOfSatisfying(
                            TelemetryException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNREADABLE))
                    .hasMessageMatching(
                            "event file '.*' cannot be read \\(it is not valid JSON from line [1-3] on\\)\\. Replace the file; a check does not use partial data\\.");
        }
    }

    @Test
    void missing_path_empty_folder_and_copies_are_misconfigurations() throws Exception {
        assertThatThrownBy(() -> measure(folder.resolve("nowhere")))
                .hasMessage("file or directory '" + folder.resolve("nowhere")
                        + "' not found. Set sre.events to event files.");
        assertThatThrownBy(() -> measure(folder)).hasMessageContaining("contains no event files");
        file("Transaction.ndjson", bytes(GOOD));
        file("Transaction.ndjson.gz", gzip(bytes(GOOD)));
        assertThatThrownBy(() -> measure(folder))
                .hasMessage(
                        "'" + folder
                                + "' contains both Transaction.ndjson and Transaction.ndjson.gz, which would count every event twice. Remove one of them");
    }

    @Test
    void rows_that_never_say_whether_the_request_failed_do_not_pass_for_flawless_in_silence() throws Exception {
        String silent = "no row has an 'error' attribute; all requests are counted as successful";
        file("Transaction.ndjson", bytes(GOOD + "\n" + GOOD));
        assertThat(measure(folder).source().notes())
                .extracting(Message::english)
                .containsExactly(silent);
        file("Transaction.ndjson", bytes(GOOD + "\n" + GOOD.replace("}", ",\"error\":false}")));
        assertThat(measure(folder).source().notes()).isEmpty();
        file("Transaction.ndjson", bytes("[" + GOOD + "," + GOOD.replace("}", ",\"error\":true}") + "]"));
        assertThat(measure(folder).source().notes()).isEmpty();
    }

    @Test
    void rows_of_several_applications_need_a_choice() throws Exception {
        String other = GOOD.replace("}", ",\"appName\":\"b\"}");
        file("Transaction.ndjson", bytes(GOOD.replace("}", ",\"appName\":\"a\"}") + "\n" + other + "\n" + other));
        assertThatThrownBy(() -> measure(folder))
                .hasMessage("event files of 2 applications found (a, b). Select one with sre.app.");
        Measurements measured = new EventFiles(folder, "b").measure(PLAN, ProgressListener.NONE);
        assertThat(measured.requests()).isEqualTo(2);
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains("1 row belongs to other applications");
    }

    @Test
    void the_row_says_its_type_before_the_file_does() throws Exception {
        String span = GOOD.replace("}", ",\"eventType\":\"Span\"}");
        String request = GOOD.replace("}", ",\"type\":\"Transaction\"}");
        file("Span.ndjson", bytes(GOOD + "\n" + request));
        file("Transaction.ndjson", bytes(GOOD + "\n" + span));
        file("notes.ndjson", bytes(GOOD + "\n{\"a\":1}"));
        Measurements measured = measure(folder);
        assertThat(measured.requests()).isEqualTo(3);
        assertThat(measured.source().notes())
                .extracting(Message::english)
                .contains(
                        "1 row has no event type, and neither has the file name; skipped",
                        "also read as evidence: 2 Span rows");
    }

    @Test
    void requests_outside_the_window_are_told_apart_with_when_they_were() throws Exception {
        Measurements measured = measure(
                file("Transaction.ndjson", bytes(GOOD.replace(String.valueOf(FROM.toEpochMilli()), "1795000000000"))));
        assertThat(measured.source().events()).isZero();
        assertThat(measured.source().outsideWindow()).isEqualTo(1);
        assertThat(measured.source().seenWindow().orElseThrow().from()).isEqualTo(Instant.ofEpochMilli(1795000000000L));
    }

    @Test
    void long_lines_and_a_missing_last_line_end_are_fine() throws Exception {
        String padding = "x".repeat(5_000_000);
        Measurements measured = measure(
                file("Transaction.ndjson", bytes(GOOD.replace("}", ",\"pad\":\"" + padding + "\"}") + "\n" + GOOD)));
        assertThat(measured.requests()).isEqualTo(2);
    }

    private static Measurements measure(Path path) throws TelemetryException {
        return new EventFiles(path, null).measure(PLAN, ProgressListener.NONE);
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] resource(String name) throws IOException {
        return EventFilesTest.class.getResourceAsStream(name).readAllBytes();
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
