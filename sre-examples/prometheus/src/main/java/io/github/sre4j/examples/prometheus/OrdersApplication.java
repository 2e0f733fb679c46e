package io.github.sre4j.examples.prometheus;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A small service: one endpoint is slow, one fails now and then. */
@SpringBootApplication
public class OrdersApplication {

    /** Starts it. */
    public static void main(String[] args) {
        SpringApplication.run(OrdersApplication.class, args);
    }
}
