package io.github.sre4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sre4j.code.SourceLocation;
import io.github.sre4j.code.SourceName;
import io.github.sre4j.code.SourceRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientsTest {

    private static final String QUOTE = "WebTransaction/SpringController/v2/orders/{id}/quote (GET)";

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "pricing.internal|/prices/A-1|PricingClient.priceOf:18|CLIENT_ADDRESS",
                "stock.prod.svc.cluster.local|/stock/{sku}|StockClient.inStock:18|CLIENT_ADDRESS",
                "billing|/api/invoices|BillingClient.bill:10|CLIENT_ADDRESS",
                "billing-eu.acme.com||BillingClient.bill:10|CLIENT_NAME",
                "rates.example.org|/rates/EUR|RatesClient.rate:10|CLIENT_ADDRESS",
                "geo.example.org|/cities/Bern|GeoClient.locate:16|CLIENT_ADDRESS",
            })
    void a_host_leads_to_the_client(String host, String path, String place, SourceRule rule) {
        List<SourceLocation> found = Shop.INDEX.calls(host, path == null ? "" : path, Shop.endpoint(QUOTE));
        assertThat(Shop.shown(found)).isNotEmpty().first().isEqualTo(place);
        assertThat(found.get(0).rule()).isEqualTo(rule);
    }

    @Test
    void the_client_comes_with_its_names() {
        SourceLocation place =
                Shop.INDEX.calls("pricing.internal", "", Shop.endpoint(QUOTE)).get(0);
        assertThat(place.names())
                .containsEntry(SourceName.CLIENT, "PricingClient")
                .containsEntry(SourceName.CLIENT_METHOD, "priceOf");
        assertThat(place.score()).isGreaterThan(0.8);
    }

    @Test
    void a_host_that_no_client_names_has_no_place() {
        assertThat(Shop.INDEX.calls("telemetry.vendor.example", "/ingest", Shop.endpoint(QUOTE)))
                .isEmpty();
        assertThat(Shop.INDEX.calls("", "", Shop.endpoint(QUOTE))).isEmpty();
    }
}
