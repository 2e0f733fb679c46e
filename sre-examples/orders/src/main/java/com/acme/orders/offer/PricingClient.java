package com.acme.orders.offer;

import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class PricingClient {
    private final RestClient http;

    public PricingClient(RestClient.Builder builder, @Value("${pricing.base-url}") String baseUrl) {
        this.http = builder.baseUrl(baseUrl).build();
    }

    public BigDecimal priceOf(String sku) {
        Price price = http.get().uri("/prices/{sku}", sku).retrieve().body(Price.class);
        return price == null ? BigDecimal.ZERO : price.amount();
    }

    record Price(BigDecimal amount) {}
}
