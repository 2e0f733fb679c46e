package io.github.sre4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.sre4j.assess.EndpointResult;
import io.github.sre4j.assess.SliResult;
import io.github.sre4j.report.json.InvalidReportException;
import io.github.sre4j.report.json.JsonReport;
import io.github.sre4j.report.json.StoredReport;
import io.github.sre4j.report.json.StoredReport.StoredEndpoint;
import io.github.sre4j.report.json.StoredReport.StoredSli;
import io.github.sre4j.standard.Enforcement;
import io.github.sre4j.testing.Golden;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonReportTest {

    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private final URI schema;

    JsonReportTest() throws IOException {
        try (var in = JsonReport.class.getResourceAsStream("/io/github/sre4j/schema/sre-report.schema.json")) {
            schema = validator.registerSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_report_file_is_what_people_have_approved() throws IOException {
        Golden.holds("missed.json", json(Reports.missed(Enforcement.OBSERVE)));
        Golden.holds("no-telemetry.json", json(new ReportBuilder().build()));
    }

    @Test
    void every_report_file_is_valid_by_its_schema() throws IOException {
        for (ServiceLevelReport report : reports()) {
            assertThat(validator.validate(schema, json(report)).getErrors()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"verdict\" : \"MET\" | \"verdict\" : \"FINE\"",
                "\"objective\" : 0.95 | \"objective\" : 95",
                "\"schemaVersion\" : 1 | \"schemaVersion\" : 2",
                "\"requests\" : 40000 | \"requests\" : \"40000\"",
                "\"candidates\" | \"candidate\""
            })
    void the_schema_refuses_a_report_with_a_changed_field(String field, String changed) throws IOException {
        String good = json(Reports.allMet());
        assertThat(good).contains(field);
        assertThat(validator.validate(schema, good.replace(field, changed)).isValid())
                .isFalse();
    }

    @Test
    void the_report_file_says_exactly_what_was_measured() throws IOException {
        JsonNode report = new ObjectMapper().readTree(json(Reports.missed(Enforcement.ENFORCE)));
        JsonNode vets = report.get("endpoints").get(0);
        assertThat(vets.get("label").asText()).isEqualTo("GET /vets");
        assertThat(vets.get("requests").asLong()).isEqualTo(4_520);
        assertThat(vets.get("excessSeconds").decimalValue()).isEqualByComparingTo("288.4");
        assertThat(vets.get("slis").get(0).get("thresholdMs").asInt()).isEqualTo(1000);
        assertThat(vets.get("slis").get(0).get("good").asLong()).isEqualTo(4_108);
        assertThat(vets.get("slis").get(0).get("ratio").asDouble()).isEqualTo(4_108 / 4_520.0);
        assertThat(report.get("gate").get("passed").asBoolean()).isFalse();
        assertThat(report.get("source").get("keptShare").asDouble()).isEqualTo(0.14);
        assertThat(report.get("goal").get("remaining").asInt()).isEqualTo(3);
    }

    @Test
    void what_was_written_is_read_back() throws IOException {
        for (ServiceLevelReport report : reports()) {
            StoredReport stored = read(json(report));
            assertThat(stored.service().account()).isEqualTo(report.service().account());
            assertThat(stored.window()).isEqualTo(report.assessment().window());
            assertThat(stored.generatedAt()).isEqualTo(report.generatedAt());
            assertThat(stored.events()).isEqualTo(report.source().events());
            assertThat(stored.gate().outcome()).isEqualTo(report.gate().outcome());
            assertThat(stored.gate().passed()).isEqualTo(report.gate().passed());
            assertThat(stored.gate().reasons()).hasSameSizeAs(report.gate().reasons());
            assertThat(stored.endpoints()).hasSameSizeAs(report.assessment().endpoints());
            for (int i = 0; i < stored.endpoints().size(); i++) {
                same(stored.endpoints().get(i), report.assessment().endpoints().get(i));
            }
        }
    }

    private static void same(StoredEndpoint stored, EndpointResult result) {
        assertThat(stored.verdict()).isEqualTo(result.verdict());
        assertThat(stored.className()).isEqualTo(result.endpointClass().name());
        assertThat(stored.requests()).isEqualTo(result.measurement().whole().requests());
        assertThat(stored.errors()).isEqualTo(result.measurement().whole().errors());
        assertThat(stored.excess()).isEqualTo(result.measurement().excess());
        for (int i = 0; i < stored.slis().size(); i++) {
            StoredSli sli = stored.slis().get(i);
            SliResult judged = result.slis().get(i);
            assertThat(sli.sli()).isEqualTo(judged.sli());
            assertThat(sli.tally()).isEqualTo(judged.tally());
            assertThat(sli.verdict()).isEqualTo(judged.verdict());
            assertThat(sli.interval().low()).isCloseTo(judged.interval().low(), Offset.offset(1e-12));
            assertThat(sli.interval().high()).isCloseTo(judged.interval().high(), Offset.offset(1e-12));
        }
    }

    @Test
    void names_are_read_back_as_telemetry_has_them() throws IOException {
        ServiceLevelReport report = Reports.hostile();
        List<String> names = read(json(report)).endpoints().stream()
                .map(each -> each.endpoint().name().value())
                .toList();
        // Half a character has no UTF-8: it alone comes back as the sign for that.
        assertThat(names)
                .containsExactlyElementsOf(report.assessment().endpoints().stream()
                        .map(each -> each.endpoint().name().value().replaceAll("\\p{Cs}", "\uFFFD"))
                        .toList());
        assertThat(json(report)).doesNotContainIgnoringCase("\\ud800");
    }

    @Test
    void fields_of_later_versions_are_passed_over() throws IOException {
        String later = json(Reports.allMet()).replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 1, \"new\" : [1]");
        assertThat(read(later).endpoints()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "\"schemaVersion\" : 1 | \"schemaVersion\" : 2 | has schemaVersion 2, but this version of sre4j reads 1",
                "\"verdict\" | \"verdikt\" | 'endpoints[0].slis[0].verdict' is missing",
                "\"good\" : 39960 | \"good\" : -1 | 'endpoints[0].slis[0].good' is not a count",
                "\"good\" : 39960 | \"good\" : 50000 | impossible tally",
                "\"name\" : \"petclinic\" | \"name\" : null | 'service.name' is not a text",
                "\"events\" : 49000 | \"events\" : 49000.5 | 'source.events' is not a count",
                "\"endpoints\" : [ { | \"endpoints\" : [ { { | is not JSON: line"
            })
    void a_file_that_is_no_report_is_refused_in_one_sentence(String field, String changed, String why)
            throws IOException {
        String good = json(Reports.allMet());
        assertThat(good).contains(field);
        assertThatThrownBy(() -> read(good.replace(field, changed)))
                .isInstanceOf(InvalidReportException.class)
                .hasMessageStartingWith("'old.json' ")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"''", "[]", "null", "{}", "'{} {}'"})
    void nothing_and_something_else_are_refused_too(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InvalidReportException.class);
    }

    @Test
    void a_file_is_written_whole_and_nothing_else_is_left(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sre").resolve("sre-report.json");
        JsonReport.write(Reports.many(), file);
        JsonReport.write(Reports.allMet(), file);
        assertThat(Files.readString(file)).isEqualTo(json(Reports.allMet())).doesNotContain("\r");
        assertThat(JsonReport.read(file).endpoints()).hasSize(2);
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    private static List<ServiceLevelReport> reports() {
        return Stream.concat(
                        Reports.all().values().stream(),
                        LongStream.range(0, 150).mapToObj(Reports::random))
                .toList();
    }

    private static StoredReport read(String json) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "old.json");
    }

    private static String json(ServiceLevelReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonReport.write(report, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
