package com.acme.orders.offer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class StockClient {
    private final RestClient http;

    public StockClient(RestClient.Builder builder, @Value("${stock.base-url}") String baseUrl) {
        this.http = builder.baseUrl(baseUrl).build();
    }

    public int levelOf(String sku) {
        Level level = http.get().uri("/levels/{sku}", sku).retrieve().body(Level.class);
        return level == null ? 0 : level.available();
    }

    public String reserve(String sku, int quantity) {
        Reservation reservation = http.post()
                .uri("/reservations")
                .body(new ReservationRequest(sku, quantity))
                .retrieve()
                .body(Reservation.class);
        return reservation == null ? "" : reservation.id();
    }

    record Level(int available) {}

    record ReservationRequest(String sku, int quantity) {}

    record Reservation(String id) {}
}
