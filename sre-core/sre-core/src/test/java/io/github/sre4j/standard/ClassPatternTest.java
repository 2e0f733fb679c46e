package io.github.sre4j.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.sli.EndpointName;
import io.github.sre4j.sli.EndpointPattern;
import io.github.sre4j.telemetry.PlannedClass;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassPatternTest {

    @ParameterizedTest
    @CsvSource({
        "WebTransaction/**, true",
        "GET /owners/**, true",
        "'* /owners/{ownerId}', true",
        "POST /owners/**, false",
        "/owners/**, false",
    })
    void matches_the_stored_name_and_the_label(String pattern, boolean matches) {
        PlannedClass planned = new PlannedClass("reads", List.of(new EndpointPattern(pattern)), Duration.ofSeconds(1));
        assertThat(planned.matches(new EndpointName("WebTransaction/SpringController/owners/{ownerId} (GET)")))
                .isEqualTo(matches);
    }
}
