package com.acme.orders.order;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class PaymentClient {
    private final RestClient http;

    public PaymentClient(RestClient.Builder builder, @Value("${payments.base-url}") String baseUrl) {
        this.http = builder.baseUrl(baseUrl).build();
    }

    public String authorize(String orderNumber, String reservation) {
        Authorization authorization = http.post()
                .uri("/authorizations")
                .body(new Request(orderNumber, reservation))
                .retrieve()
                .body(Authorization.class);
        return authorization == null ? "" : authorization.reference();
    }

    record Request(String orderNumber, String reservation) {}

    record Authorization(String reference) {}
}
