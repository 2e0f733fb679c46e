package com.acme.orders.shipping;

import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class CarrierClient {
    private final RestClient http;

    public CarrierClient(RestClient.Builder builder, @Value("${carrier.base-url}") String baseUrl) {
        this.http = builder.baseUrl(baseUrl).build();
    }

    public Quote quote(String country, int weightGrams) {
        return http.get()
                .uri("/v2/quotes?country={country}&grams={grams}", country, weightGrams)
                .retrieve()
                .body(Quote.class);
    }

    public record Quote(BigDecimal amount, String service) {}
}
