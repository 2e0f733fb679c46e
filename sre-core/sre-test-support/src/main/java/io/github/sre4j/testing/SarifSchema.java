package io.github.sre4j.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The schema of SARIF 2.1.0 as OASIS Open publishes it (errata 01), unchanged. */
public final class SarifSchema {

    private static final String FILE = "sarif-schema-2.1.0.json";

    private SarifSchema() {}

    /** Fails if a log is not what the schema says. */
    public static void holds(String log) throws IOException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        assertThat(new ObjectMapper().readTree(log).path("runs")).isNotEmpty();
        try (InputStream in = SarifSchema.class.getResourceAsStream(FILE)) {
            URI schema = validator.registerSchema(
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            assertThat(validator.validate(schema, "{\"runs\": 1}").getErrors()).isNotEmpty();
            assertThat(validator.validate(schema, log).getErrors()).isEmpty();
        }
    }
}
