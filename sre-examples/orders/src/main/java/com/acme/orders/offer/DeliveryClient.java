package com.acme.orders.offer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class DeliveryClient {
    private final RestClient http;

    public DeliveryClient(RestClient.Builder builder, @Value("${delivery.base-url}") String baseUrl) {
        this.http = builder.baseUrl(baseUrl).build();
    }

    public int daysFor(String sku) {
        Estimate estimate = http.get().uri("/estimates/{sku}", sku).retrieve().body(Estimate.class);
        return estimate == null ? 0 : estimate.days();
    }

    record Estimate(int days) {}
}
