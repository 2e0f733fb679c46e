package io.github.sre4j.adapter.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;

/** The starter in services that run, with the versions of Spring Boot on the class path. */
class SpringBootServiceTest {

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @RestController
    static class Shop {

        @GetMapping("/orders/{id}")
        String order(@PathVariable("id") int id) {
            if (id < 0) {
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            }
            return "order " + id;
        }

        @GetMapping("/oups")
        String fail() {
            throw new IllegalStateException("expected: this endpoint always fails");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Routes {

        @Bean
        RouterFunction<ServerResponse> stock() {
            return RouterFunctions.route()
                    .GET("/stock/{sku}", request -> ServerResponse.ok().bodyValue("3"))
                    .build();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void records_requests_by_matched_route(WebApplicationType type) throws Exception {
        try (RunningService service = RunningService.start(type, Shop.class)) {
            assertThat(service.get("/orders/1").body()).isEqualTo("order 1");
            service.get("/orders/2");
            assertThat(service.get("/orders/-1").statusCode()).isEqualTo(404);
            assertThat(service.get("/oups").statusCode()).isEqualTo(500);
            assertThat(service.get("/wp-login.php").statusCode()).isEqualTo(404);
            Map<String, String> counts = service.counts(5);
            assertThat(counts)
                    .contains(
                            entry("WebTransaction/SpringController/orders/{id} (GET)", "3 requests, 0 errors"),
                            entry("WebTransaction/SpringController/oups (GET)", "1 requests, 1 errors"))
                    .hasSize(3);
        }
    }

    @Test
    void records_functional_routes_of_webflux() throws Exception {
        try (RunningService service = RunningService.start(WebApplicationType.REACTIVE, Routes.class)) {
            assertThat(service.get("/stock/7").body()).isEqualTo("3");
            assertThat(service.counts(1)).containsOnlyKeys("WebTransaction/Spring/stock/{sku} (GET)");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVLET", "REACTIVE"})
    void shows_report_at_actuator_endpoint(WebApplicationType type) throws Exception {
        try (RunningService service = RunningService.start(type, Shop.class, "--sre.service=shop")) {
            service.get("/orders/1");
            service.counts(1);
            HttpResponse<String> json = service.get("/actuator/sre");
            assertThat(json.statusCode()).as(json.body()).isEqualTo(200);
            assertThat(json.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("application/json"));
            assertThat(json.body()).contains("\"schemaVersion\"", "\"shop\"");
            assertThat(service.get("/actuator/sre?window=5m").statusCode()).isEqualTo(200);
            HttpResponse<String> refused = service.get("/actuator/sre?window=2h");
            assertThat(refused.statusCode()).isEqualTo(400);
            HttpResponse<String> page = service.get("/actuator/sre/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).startsWith("<!DOCTYPE html>");
        }
    }

    @Test
    void records_nothing_when_disabled() {
        try (RunningService service =
                RunningService.start(WebApplicationType.SERVLET, Shop.class, "--sre.enabled=false")) {
            assertThat(service.contains(ServiceLevelLifecycle.class)).isFalse();
        }
    }
}
