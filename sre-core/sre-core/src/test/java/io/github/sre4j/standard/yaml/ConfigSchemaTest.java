package io.github.sre4j.standard.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.sre4j.standard.DefaultStandard;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Editors check files by the schemas, builds by the readers: both must say the same. */
class ConfigSchemaTest {

    private static final Validator VALIDATOR = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();
    private static URI standardSchema;
    private static URI productSchema;

    @BeforeAll
    static void register() throws IOException {
        standardSchema = VALIDATOR.registerSchema(resource("/io/github/sre4j/schema/sre-standard.schema.json"));
        productSchema = VALIDATOR.registerSchema(resource("/io/github/sre4j/schema/sre.schema.json"));
    }

    @Test
    void the_file_to_start_from_is_valid() throws IOException {
        assertThat(valid(
                        standardSchema,
                        new String(
                                DefaultStandard.class
                                        .getResourceAsStream("default-standard.yaml")
                                        .readAllBytes(),
                                StandardCharsets.UTF_8)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{version: 1, name: a, classes: [{name: w, match: '**', errors: {below: 1%}}]}",
                "{version: '1', name: a, window: 28d, confidence: 0.999, enforcement: enforce, classes: [{name: w, match: [a, b], latency: {within: 300ms, for: 99.5%}}]}",
                "{name: a, classes: [{name: w, match: '**', errors: {below: 1%}}]}",
                "{version: 1, name: a}",
                "{version: 1, name: a, classes: []}",
                "{version: 1, name: a, classes: [{name: w, match: '**'}]}",
                "{version: 1, name: a, classes: [{name: w, match: [], errors: {below: 1%}}]}",
                "{version: 1, name: a, classes: [{name: w, match: 'a***', errors: {below: 1%}}]}",
                "{version: 1, name: a, classes: [{name: w, match: '**', errors: {below: 0%}}]}",
                "{version: 1, name: a, classes: [{name: w, match: '**', errors: {below: 100%}}]}",
                "{version: 1, name: a, classes: [{name: w, match: '**', errors: {below: '1'}}]}",
                "{version: 1, name: a, classes: [{name: w, match: '**', latency: {within: 1s}}]}",
                "{version: 1, name: a, classes: [{name: w, match: '**', latency: {within: 1sec, for: 95%}}]}",
                "{version: 1, name: a, window: 7, classes: [{name: w, match: '**', errors: {below: 1%}}]}",
                "{version: 1, name: a, confidence: 1, classes: [{name: w, match: '**', errors: {below: 1%}}]}",
                "{version: 1, name: a, enforcement: strict, classes: [{name: w, match: '**', errors: {below: 1%}}]}",
                "{version: 1, name: a, extra: 1, classes: [{name: w, match: '**', errors: {below: 1%}}]}",
            })
    void schema_and_reader_agree_on_a_standard(String text) throws IOException {
        boolean readable;
        try {
            StandardYaml.read("f", text.getBytes(StandardCharsets.UTF_8));
            readable = true;
        } catch (InvalidConfigException e) {
            readable = false;
        }
        assertThat(valid(standardSchema, text)).isEqualTo(readable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{service: orders}",
                "{waivers: [{endpoint: x, reason: rewritten in spring, owner: team-a, until: 2027-01-01}]}",
                "{waivers: [{endpoint: x, sli: errors, reason: rewritten in spring, owner: team-a, until: 2027-01-01}]}",
                "{waivers: [{endpoint: x, reason: rewritten in spring, owner: team-a}]}",
                "{waivers: [{endpoint: x, reason: rewritten in spring, owner: team-a, until: soon}]}",
                "{waivers: [{endpoint: x, sli: speed, reason: rewritten in spring, owner: team-a, until: 2027-01-01}]}",
                "{sevice: x}",
            })
    void schema_and_reader_agree_on_a_product(String text) throws IOException {
        boolean readable;
        try {
            ProductYaml.read(
                    "f", text.getBytes(StandardCharsets.UTF_8), LocalDate.parse("2026-11-24"), DefaultStandard.get());
            readable = true;
        } catch (InvalidConfigException e) {
            readable = false;
        }
        assertThat(valid(productSchema, text)).isEqualTo(readable);
    }

    private static boolean valid(URI schema, String yaml) throws IOException {
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return VALIDATOR
                .validate(schema, new ObjectMapper().writeValueAsString(tree))
                .isValid();
    }

    private static String resource(String name) throws IOException {
        return new String(ConfigSchemaTest.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
    }
}
