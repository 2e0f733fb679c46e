package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.CodeHint;
import io.github.sre4j.code.CodeHint.Kind;
import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import java.util.List;
import org.junit.jupiter.api.Test;

class HintsTest {

    private static List<CodeHint> hints(String endpoint, Kind kind) {
        return Shop.INDEX.hints(Shop.endpoint(endpoint)).stream()
                .filter(each -> each.kind() == kind)
                .toList();
    }

    private static List<String> places(String endpoint, Kind kind) {
        return hints(endpoint, kind).stream()
                .map(each -> Shop.shown(each.place()))
                .toList();
    }

    @Test
    void a_lazy_collection_read_by_a_method_that_a_loop_calls_is_found_where_it_is_read() {
        List<CodeHint> hints = hints("GET /v2/orders", Kind.LAZY_READ_IN_LOOP);
        assertThat(hints).hasSize(1);
        SourceLocation place = hints.get(0).place();
        assertThat(Shop.shown(place)).isEqualTo("OrderView.of:11");
        assertThat(place.names())
                .containsEntry(SourceName.ENTITY, "Order")
                .containsEntry(SourceName.FIELD, "lines")
                .containsEntry(SourceName.REPOSITORY_METHOD, "findByStatus");
    }

    @Test
    void one_entity_read_once_is_no_loop() {
        assertThat(hints("GET /v2/orders/{id}", Kind.LAZY_READ_IN_LOOP)).isEmpty();
    }

    @Test
    void a_template_that_goes_through_entities_is_a_loop_too() {
        SourceLocation place =
                hints("GET /pages/orders", Kind.LAZY_READ_IN_LOOP).get(0).place();
        assertThat(place.file()).isEqualTo("src/main/resources/templates/orders/list.html");
        assertThat(place.line()).isEqualTo(4);
        assertThat(place.names()).containsEntry(SourceName.FIELD, "tags");
        assertThat(Shop.INDEX.snippet(place, 0).orElseThrow().lines().get(0)).contains("order.tags");
    }

    @Test
    void entities_that_become_json_are_read_in_a_loop() {
        assertThat(places("GET /v2/orders/raw", Kind.LAZY_READ_IN_LOOP)).contains("OrderController.raw:62");
    }

    @Test
    void queries_and_remote_calls_in_loops_are_found_also_behind_a_method() {
        assertThat(places("PUT /v2/orders/{id}/items", Kind.QUERY_IN_LOOP))
                .containsExactly("OrderServiceImpl.touch:62");
        List<CodeHint> remote = hints("PUT /v2/orders/{id}/items", Kind.REMOTE_CALL_IN_LOOP);
        assertThat(remote).hasSize(1);
        assertThat(Shop.shown(remote.get(0).place())).isEqualTo("OrderServiceImpl.touch:63");
        assertThat(remote.get(0).place().names())
                .containsEntry(SourceName.CLIENT, "PricingClient")
                .containsEntry(SourceName.ENCLOSING_METHOD, "touch");
    }

    @Test
    void a_remote_call_in_a_transaction_is_found() {
        assertThat(places("POST /v2/orders/place", Kind.REMOTE_CALL_IN_TRANSACTION))
                .containsExactly("OrderServiceImpl.place:77");
        assertThat(hints("GET /v2/orders/{id}/quote", Kind.REMOTE_CALL_IN_TRANSACTION))
                .isEmpty();
    }

    @Test
    void the_flow_of_values_tells_which_calls_depend_on_each_other() {
        String quote = "GET /v2/orders/{id}/quote";
        assertThat(places(quote, Kind.SERIAL_INDEPENDENT_CALLS))
                .containsExactly("OrderServiceImpl.quote:84", "OrderServiceImpl.quote:85");
        assertThat(places(quote, Kind.SERIAL_DEPENDENT_CALLS))
                .containsExactly("OrderServiceImpl.quote:84", "OrderServiceImpl.quote:86");
    }

    @Test
    void a_filter_without_index_is_found_and_one_with_index_is_not() {
        assertThat(places("GET /v2/orders", Kind.FILTER_WITHOUT_INDEX))
                .containsExactly("OrderRepository.findByStatus:10");
        assertThat(hints("PUT /v2/orders/{id}/items", Kind.FILTER_WITHOUT_INDEX))
                .isEmpty();
    }

    @Test
    void a_collection_that_is_read_and_has_no_fetch_plan_is_surer_than_one_that_is_not_read() {
        List<CodeHint> hints = hints("GET /v2/orders", Kind.COLLECTION_WITHOUT_FETCH_PLAN);
        assertThat(hints)
                .extracting(each -> each.place().names().get(SourceName.FIELD))
                .containsExactly("lines", "tags", "vouchers");
        assertThat(hints.get(0).place().score())
                .isGreaterThan(hints.get(1).place().score());
    }

    @Test
    void an_endpoint_without_handler_has_no_hints() {
        assertThat(Shop.INDEX.hints(Shop.endpoint("GET /nowhere"))).isEmpty();
    }
}
