package io.github.sre4j.sli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    @ParameterizedTest(name = "{0} is called {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "WebTransaction/SpringController/owners/{ownerId} (GET) | GET /owners/{ownerId}",
                "WebTransaction/SpringController/ (GET) | GET /",
                "WebTransaction/SpringController/owners/{ownerId}/pets/{petId}/visits/new (POST) | POST /owners/{ownerId}/pets/{petId}/visits/new",
                "WebTransaction/SpringController/BasicErrorController/error | BasicErrorController.error",
                "WebTransaction/Spring/path/{where} (POST) | POST /path/{where}",
                "WebTransaction/RestWebService/v1/user/{id}/features (GET) | GET /v1/user/{id}/features",
                "WebTransaction/Vertx/products (GET) | GET /products",
                "WebTransaction/Undertow/greet/{name} (GET) | GET /greet/{name}",
                "WebTransaction/Servlet/TestServlet | servlet TestServlet",
                "WebTransaction/Filter/AuthFilter | filter AuthFilter",
                "WebTransaction/JSP/cart.jsp | JSP cart.jsp",
                "WebTransaction/gRPC/helloworld.Greeter/SayHello | gRPC helloworld.Greeter/SayHello",
                "WebTransaction/GraphQL/QUERY/products/items.name | GraphQL query products/items.name",
                "WebTransaction/Uri/test | /test",
                "WebTransaction/NormalizedUri/404/* | status 404",
                "WebTransaction/StatusCode/404 | status 404",
                "WebTransaction/NormalizedUri/500/* | status 500",
                "OtherTransaction/Custom/demo.App$$SpringCGLIB$$0/work | App.work",
                "OtherTransaction/Custom/demo.App$$EnhancerBySpringCGLIB$$1a2b/work | App.work",
                "OtherTransaction/Java/com.acme.jobs.Nightly/run | Nightly.run",
                "OtherTransaction/Message/Kafka/Streams/app/client-1 | Kafka Streams/app/client-1",
                "OtherTransaction/Message/SpringKafka/com.acme.OrderListener.onOrder | Kafka OrderListener.onOrder",
                "OtherTransaction/Message/JMS/Queue/Named/orders.in | JMS queue orders.in",
                "OtherTransaction/Message/JMS/Topic/Named/prices | JMS topic prices",
                "OtherTransaction/Message/JMS/Queue/Temp | JMS temporary queue",
                "OtherTransaction/Message/RabbitMQ/Exchange/Named/amq.direct | RabbitMQ exchange amq.direct",
                "OtherTransaction/Initializer/ServletContextListener/org.acme.Start/contextInitialized | Start.contextInitialized",
                "GET /api/orders/{id} | GET /api/orders/{id}",
                "WebTransaction/Expressjs/GET//users/:id | WebTransaction/Expressjs/GET//users/:id",
                "WebTransaction/SpringController | WebTransaction/SpringController",
            })
    void has_a_label_for_people(String name, String label) {
        assertThat(Endpoint.of(new EndpointName(name)).label()).isEqualTo(label);
    }

    @ParameterizedTest(name = "{0} is no request of a user: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "OtherTransaction/Initializer/ServletContextListener/org.acme.Start/contextInitialized | INITIALIZER",
                "WebTransaction/NormalizedUri/404/* | UNMATCHED",
                "WebTransaction/NormalizedUri/* | UNMATCHED",
                "sre4j/overflow | UNMATCHED",
                "WebTransaction/StatusCode/404 | UNMATCHED",
                "WebTransaction/Uri/Unknown | UNMATCHED",
                "WebTransaction/Spring/Unknown Route (GET) | UNMATCHED",
                "WebTransaction/SpringController/BasicErrorController/error | ERROR_PAGE",
                "WebTransaction/SpringController/BasicErrorController/errorHtml | ERROR_PAGE",
                "WebTransaction/SpringController/error (GET) | ERROR_PAGE",
                "WebTransaction/SpringController/OperationHandler/handle | HEALTH_CHECK",
                "WebTransaction/SpringController/actuator/health (GET) | HEALTH_CHECK",
                "WebTransaction/RestWebService/internal/healthz (GET) | HEALTH_CHECK",
                "WebTransaction/Vertx/readyz (GET) | HEALTH_CHECK",
                "WebTransaction/Servlet/dispatcherServlet | STATIC_RESOURCE",
                "WebTransaction/Uri/assets/app.JS | STATIC_RESOURCE",
            })
    void recognises_what_is_no_request_of_a_user(String name, ExclusionReason reason) {
        assertThat(Endpoint.of(new EndpointName(name)).notARequest()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WebTransaction/SpringController/patients/{id}/health-records (GET)",
                "WebTransaction/SpringController/health-insurance (GET)",
                "WebTransaction/SpringController/errors (GET)",
                "WebTransaction/SpringController/errorReports/{id} (GET)",
                "WebTransaction/SpringController/files/{name}.css (GET)",
                "WebTransaction/SpringController/actuators/{id} (GET)",
                "WebTransaction/Uri/404/page",
                "WebTransaction/NormalizedUri/500/*",
                "WebTransaction/StatusCode/503",
                "WebTransaction/NormalizedUri/2026-report",
                "WebTransaction/Servlet/OrderServlet",
                "OtherTransaction/Custom/demo.Initializer/run",
            })
    void leaves_a_products_own_endpoints_alone(String name) {
        assertThat(Endpoint.of(new EndpointName(name)).notARequest()).isEmpty();
    }
}
