package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // Spring MVC, as New Relic names it: first value of each, no slash at the end, verb in brackets.
                "WebTransaction/SpringController/v2/orders (GET)|OrderController.list:21|ROUTE",
                "WebTransaction/SpringController/v2/orders/{id} (GET)|OrderController.one:30|ROUTE",
                "WebTransaction/SpringController/v2/orders/{id:\\d+} (GET)|OrderController.one:30|ROUTE",
                "WebTransaction/SpringController/v2/orders/{id}/items (PATCH)|OrderController.items:36|ROUTE",
                "WebTransaction/SpringController/v2/orders/any (POST)|OrderController.any:41|ROUTE",
                "WebTransaction/SpringController/v2/orders/meta (GET)|OrderController.meta:46|ROUTE",
                "WebTransaction/SpringController/v2/orders/place (POST)|OrderController.place:51|ROUTE",
                "WebTransaction/SpringController/OrderController/list|OrderController.list:21|NAMED_METHOD",
                "WebTransaction/SpringController/customers/{customerId}"
                        + " (GET)|CustomerController.show:9|INHERITED_ROUTE",
                "WebTransaction/SpringController/customers/{customerId} (DELETE)|CrudBase.remove:8|ROUTE",
                // Names that rename rules and other tools made.
                "WebTransaction/SpringController/v2/orders/*/items (PUT)|OrderController.items:36|ROUTE",
                "WebTransaction/Uri/v2/orders/17|OrderController.one:30|ROUTE",
                "GET /v1/all-orders|OrderController.list:21|ROUTE",
                "GET /shop/v2/orders|OrderController.list:21|ROUTE",
                // Functional routers.
                "WebTransaction/Spring/stock/{sku} (GET)|StockHandler.stock:5|ROUTE",
                "WebTransaction/Spring/warehouse/move (POST)|StockHandler.move:9|ROUTE",
                "WebTransaction/Spring/old/stock (GET)|StockHandler.all:13|ROUTE",
                "WebTransaction/Spring/stock/{sku} (DELETE)|RouterConfig.older:23|ROUTE",
                // JAX-RS.
                "WebTransaction/RestWebService/parcels (GET)|ParcelResource.list:11|ROUTE",
                "WebTransaction/RestWebService/parcels/{id}/track (GET)|ParcelResource.track:21|INHERITED_ROUTE",
                "WebTransaction/RestWebService/parcels/{id}/events (GET)|EventResource.events:10|ROUTE",
                "WebTransaction/RestWebService/parcels/{id}/events/{kind} (POST)|EventResource.add:16|ROUTE",
                "WebTransaction/RestWebService/parcels/cache (PURGE)|ParcelResource.purge:27|ROUTE",
                "GET /shop/rest/parcels|ParcelResource.list:11|ROUTE",
                // Servlets, jobs and listeners.
                "WebTransaction/Servlet/legacy|LegacyServlet.doGet:12|ROUTE",
                "OtherTransaction/Java/com.acme.shop.job.Jobs/cleanUp|Jobs.cleanUp:15|LISTENER",
                "OtherTransaction/Custom/com.acme.shop.job.Jobs$$SpringCGLIB$$0/cleanUp|Jobs.cleanUp:15|LISTENER",
                "OtherTransaction/Message/SpringKafka/com.acme.shop.job.Jobs.onOrder|Jobs.onOrder:18|LISTENER",
                "OtherTransaction/Message/Kafka/Topic/Named/orders.placed|Jobs.onOrder:18|LISTENER",
                "orders.cancelled process|Jobs.onOrder:18|LISTENER",
                "OtherTransaction/Message/RabbitMQ/Exchange/Named/invoices|Jobs.onInvoice:21|LISTENER",
                "OtherTransaction/Message/JMS/Queue/Named/returns|Jobs.onReturn:24|LISTENER",
                // Kotlin.
                "WebTransaction/SpringController/reviews/{id} (GET)|ReviewController.one:13|ROUTE",
                "WebTransaction/SpringController/reviews (POST)|ReviewController.create:16|ROUTE",
            })
    void an_endpoint_leads_to_its_handler(String endpoint, String place, SourceRule rule) {
        List<SourceLocation> found = Shop.INDEX.handlers(Shop.endpoint(endpoint));
        assertThat(Shop.shown(found)).containsExactly(place);
        assertThat(found.get(0).rule()).isEqualTo(rule);
        assertThat(found.get(0).score()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WebTransaction/SpringController/v2/orders (DELETE)",
                "WebTransaction/SpringController/not-a-route (GET)",
                "WebTransaction/SpringController/v2/orders/{id}/items/{more} (PUT)",
                "WebTransaction/NormalizedUri/404/*",
                "OtherTransaction/Java/org.other.Jobs/cleanUp",
                "WebTransaction/SpringController/customers/{ (GET)",
                "what/ever \u0000 (",
            })
    void what_no_code_handles_has_no_place(String endpoint) {
        assertThat(Shop.INDEX.handlers(Shop.endpoint(endpoint))).isEmpty();
    }

    @Test
    void handlers_that_fit_equally_well_share_the_score() {
        List<SourceLocation> found =
                Shop.INDEX.handlers(Shop.endpoint("WebTransaction/SpringController/v2/orders/search (GET)"));
        assertThat(found).extracting(SourceLocation::method).containsExactlyInAnyOrder("byQuery", "byName");
        assertThat(found).extracting(SourceLocation::score).containsExactly(0.5, 0.5);
    }

    @Test
    void the_lines_of_a_method_hold_its_annotations_and_its_body_but_not_its_comment() {
        SourceLocation place = Shop.INDEX
                .handlers(Shop.endpoint("WebTransaction/SpringController/v2/orders/{id} (GET)"))
                .get(0);
        assertThat(place.firstLine()).isEqualTo(28);
        assertThat(place.line()).isEqualTo(30);
        assertThat(place.lastLine()).isEqualTo(33);
        assertThat(place.file()).isEqualTo("src/main/java/com/acme/shop/api/OrderController.java");
        assertThat(Shop.INDEX.snippet(place, 1).orElseThrow().lines())
                .containsExactly(
                        "    @ResponseStatus", "    public OrderView one(", "            @PathVariable long id) {");
    }
}
