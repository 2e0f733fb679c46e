package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import io.github.sre4j.code.StatementTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementsTest {

    private static final String LIST = "WebTransaction/SpringController/v2/orders (GET)";
    private static final String ONE = "WebTransaction/SpringController/v2/orders/{id} (GET)";
    private static final String ITEMS = "WebTransaction/SpringController/v2/orders/{id}/items (PUT)";
    private static final String PLACE = "WebTransaction/SpringController/v2/orders/place (POST)";

    private static List<SourceLocation> find(String table, String operation, String sql, String endpoint) {
        return Shop.INDEX.statements(
                new StatementTarget(table, operation, sql == null || sql.isEmpty() ? null : sql),
                Shop.endpoint(endpoint));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "orders|select|select o1_0.id from orders o1_0 where o1_0.status=?|" + LIST
                        + "|OrderRepository.findByStatus:10|DERIVED_QUERY",
                "orders|select||" + LIST + "|OrderRepository.findByStatus:10|DERIVED_QUERY",
                "orders|select|select o.id from orders o where o.id=?|" + ONE
                        + "|OrderServiceImpl.one:50|DERIVED_QUERY",
                "orders|select|SELECT count(*) FROM orders o WHERE o.customer_mail = ?|GET"
                        + " /nowhere|OrderRepository.countByMail:16|QUERY",
                "orders|select|select o.* from orders o join client c on c.id=o.customer_id where c.last_name=?|GET"
                        + " /nowhere|OrderRepository.withLines:13|QUERY",
                "orders|delete||GET /nowhere|OrderRepository.deleteByStatus:21|DERIVED_QUERY",
                "orders|insert|insert into orders (status) values (?)|" + PLACE
                        + "|OrderServiceImpl.place:76|DERIVED_QUERY",
                "order_line|select|select l.id from order_line l where l.order_ref=?|" + LIST
                        + "|Order:20|ENTITY_FIELD",
                "order_tags|select|select t.tagged_order, t.tags from order_tags t where t.tagged_order=?|" + LIST
                        + "|Order:24|ENTITY_FIELD",
                "order_vouchers|select|select v.order_id from order_vouchers v join voucher w on w.id=v.vouchers_id"
                        + " where v.order_id=?|"
                        + LIST + "|Order:28|ENTITY_FIELD",
                "client|select|select c.id, c.last_name from client c where c.id=?|" + ONE + "|Order:31|ENTITY_FIELD",
                "stock_items|select||" + ITEMS + "|StockDao.amount:18|QUERY",
                "stock_items|update||" + ITEMS + "|StockDao.take:22|QUERY",
                "review|select|select r.id from review r where r.stars=?|GET"
                        + " /nowhere|ReviewRepository.findByStars:11|DERIVED_QUERY",
            })
    void a_statement_leads_to_the_code_that_makes_it(
            String table, String operation, String sql, String endpoint, String place, SourceRule rule) {
        List<SourceLocation> found = find(table, operation, sql, endpoint);
        assertThat(Shop.shown(found)).isNotEmpty().first().isEqualTo(place);
        assertThat(found.get(0).rule()).isEqualTo(rule);
    }

    @Test
    void places_that_the_endpoint_reaches_come_first() {
        SourceLocation reached = find("stock_items", "select", null, ITEMS).get(0);
        SourceLocation elsewhere = find("stock_items", "select", null, LIST).get(0);
        assertThat(reached.score()).isGreaterThan(2 * elsewhere.score());
    }

    @Test
    void names_for_a_proposal_come_with_the_place() {
        SourceLocation field = find("order_line", "select", "select l.id from order_line l where l.order_ref=?", LIST)
                .get(0);
        assertThat(field.names())
                .containsEntry(SourceName.ENTITY, "Order")
                .containsEntry(SourceName.FIELD, "lines")
                .containsEntry(SourceName.TARGET, "OrderLine")
                .containsEntry(SourceName.TABLE, "orders");
        SourceLocation query = find("orders", "select", null, LIST).get(0);
        assertThat(query.names())
                .containsEntry(SourceName.REPOSITORY, "OrderRepository")
                .containsEntry(SourceName.REPOSITORY_METHOD, "findByStatus")
                .containsEntry(SourceName.COLUMN, "status");
    }

    @Test
    void a_table_that_no_code_knows_has_no_place() {
        assertThat(find("pg_catalog.pg_type", "select", null, LIST)).isEmpty();
        assertThat(find("", "", "select (((", LIST)).isEmpty();
    }
}
