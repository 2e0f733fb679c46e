package com.acme.shop.client;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class PricingClient {

    private final RestClient rest;

    PricingClient(RestClient.Builder builder, @Value("${shop.pricing.url}") String url) {
        this.rest = builder.baseUrl(url).build();
    }

    public int priceOf(String sku) {
        return rest.get()
                .uri("/prices/{sku}", sku)
                .retrieve()
                .body(Integer.class);
    }
}
