package com.acme.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** The answer key says where the problems are; whatever is tested against it rests on its being right. */
class AnswerKeyTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double THRESHOLD_SECONDS = 0.5;

    @Test
    void every_line_of_the_key_holds_the_code_it_names() throws IOException {
        for (JsonNode problem : key().path("problems")) {
            List<String> lines = Files.readAllLines(Path.of(problem.path("file").asText()));
            String line = lines.get(problem.path("line").asInt() - 1);
            assertThat(line)
                    .as(problem.path("id").asText())
                    .contains(problem.path("code").asText());
            assertThat(String.join("\n", lines)).contains(problem.path("method").asText() + "(");
            for (JsonNode change : problem.path("changedAt")) {
                List<String> changed = Files.readAllLines(
                                Path.of(change.path("file").asText()))
                        .subList(
                                change.path("line").asInt() - 1,
                                change.path("lastLine").asInt());
                assertThat(String.join("\n", changed))
                        .contains(change.path("code").asText());
            }
        }
    }

    @Test
    void what_the_key_calls_a_problem_misses_the_standard_and_what_it_calls_harmless_or_healthy_does_not()
            throws IOException {
        Map<String, List<JsonNode>> requests = transactions(Path.of("src/events"));
        for (JsonNode problem : key().path("problems")) {
            List<JsonNode> ofEndpoint = requests.get(problem.path("endpoint").asText());
            boolean errors = problem.path("kind").asText().equals("error");
            boolean misses = errors ? failed(ofEndpoint) > 0.01 : slow(ofEndpoint) > 0.05;
            boolean dependent = problem.path("id").asText().equals("tracking");
            assertThat(misses)
                    .as(problem.path("id").asText())
                    .isEqualTo(problem.path("material").asBoolean() || dependent);
        }
        for (JsonNode healthy : key().path("healthy")) {
            assertThat(slow(requests.get(healthy.asText()))).isLessThan(0.05);
            assertThat(failed(requests.get(healthy.asText()))).isZero();
        }
    }

    @Test
    void every_endpoint_of_the_capture_is_in_the_key() throws IOException {
        List<String> known = new ArrayList<>();
        key().path("problems")
                .forEach(problem -> known.add(problem.path("endpoint").asText()));
        key().path("healthy").forEach(healthy -> known.add(healthy.asText()));
        assertThat(transactions(Path.of("src/events")).keySet()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void three_changes_bring_their_endpoints_to_the_standard_and_leave_the_others_as_they_were() throws IOException {
        Map<String, List<JsonNode>> after = transactions(Path.of("improved/events"));
        for (JsonNode problem : key().path("problems")) {
            if (!problem.path("kind").asText().equals("error")
                    && problem.path("material").asBoolean()) {
                double slow = slow(after.get(problem.path("endpoint").asText()));
                assertThat(slow < 0.05).as(problem.path("id").asText()).isEqualTo(problem.has("fixedBy"));
            }
            if (problem.has("fixedBy")) {
                assertThat(Path.of(problem.path("fixedBy").asText())).exists();
            }
        }
    }

    private static JsonNode key() throws IOException {
        return MAPPER.readTree(Path.of("src/test/resources/answer-key.json").toFile());
    }

    private static Map<String, List<JsonNode>> transactions(Path folder) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve("Transaction.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
            List<JsonNode> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(MAPPER.readTree(line));
            }
            return rows.stream()
                    .collect(
                            Collectors.groupingBy(row -> row.path("name").asText(), TreeMap::new, Collectors.toList()));
        }
    }

    private static double slow(List<JsonNode> requests) {
        return share(
                requests,
                requests.stream()
                        .filter(row -> row.path("duration").asDouble() > THRESHOLD_SECONDS)
                        .count());
    }

    private static double failed(List<JsonNode> requests) {
        return share(
                requests,
                requests.stream().filter(row -> row.path("error").asBoolean()).count());
    }

    private static double share(List<JsonNode> requests, long some) {
        return (double) some / requests.size();
    }
}
