package io.github.sre4j.examples.embedded;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service: {@code http://localhost:8080/orders/42}, and its report at {@code /actuator/sre/html}. */
@SpringBootApplication
public class EmbeddedApplication {

    /** Makes the application. */
    public EmbeddedApplication() {}

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(EmbeddedApplication.class, args);
    }
}
