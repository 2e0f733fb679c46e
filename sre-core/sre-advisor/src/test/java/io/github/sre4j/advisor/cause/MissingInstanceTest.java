package io.github.sre4j.advisor.cause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MissingInstanceTest {

    @ParameterizedTest
    @CsvSource({
        "No instances available for seat-service,seat-service",
        "Load balancer does not contain an instance for the service seat-service,seat-service",
        "503 : [Load balancer does not contain an instance for the service seat-service],seat-service",
        "No servers available for service: seat-service,seat-service",
        "Unable to find instance for seat-service.,seat-service",
    })
    void reads_service_that_has_no_instance(String message, String service) {
        assertThat(MissingInstance.of(message)).contains(service);
        assertThat(ErrorFamilies.of("java.lang.IllegalStateException", message))
                .isEqualTo(ErrorCause.Family.NO_INSTANCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no seat available for train 7", "connection refused", "instances available for all"})
    void reads_nothing_from_other_messages(String message) {
        assertThat(MissingInstance.of(message)).isEmpty();
    }
}
