package io.github.sre4j.prometheus.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import io.github.sre4j.standard.DefaultStandard;
import io.github.sre4j.standard.yaml.InvalidConfigException;
import io.github.sre4j.standard.yaml.ProductYaml;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Editors check the section {@code prometheus} by the schema, builds by the provider: both must agree. */
class PrometheusSchemaTest {

    private static final Validator VALIDATOR = new ValidatorFactory()
            .withJsonNodeFactory(new JacksonNode.Factory())
            .createValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{service: orders, prometheus: {url: 'https://prometheus.acme.com', selector: 'job=\"orders\"'}}",
                "{prometheus: {url: 'http://localhost:9090/prometheus', selector: '{job=\"a\"}', tenant: team-a, errors: agent}}",
                "{prometheus: {url: prometheus.acme.com}}",
                "{prometheus: {url: 'https://me:secret@prometheus.acme.com'}}",
                "{prometheus: {selector: orders}}",
                "{prometheus: {errors: all}}",
                "{prometheus: {tenant: 'a b'}}",
                "{prometheus: {token: x}}",
                "{prometheus: orders}",
            })
    void schema_and_provider_agree_on_a_section(String yaml) throws IOException {
        boolean readable;
        try {
            ProductYaml.read(
                    "f", yaml.getBytes(StandardCharsets.UTF_8), LocalDate.parse("2026-11-24"), DefaultStandard.get());
            readable = true;
        } catch (InvalidConfigException e) {
            readable = false;
        }
        Object tree = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        URI schema = VALIDATOR.registerSchema(new String(
                ProductYaml.class
                        .getResourceAsStream("/io/github/sre4j/schema/sre.schema.json")
                        .readAllBytes(),
                StandardCharsets.UTF_8));
        assertThat(VALIDATOR
                        .validate(schema, new ObjectMapper().writeValueAsString(tree))
                        .isValid())
                .isEqualTo(readable);
    }
}
