package com.acme.orders.tracking;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

@Component
public class TrackingClient {
    private final RestClient http;

    public TrackingClient(RestClient.Builder builder, @Value("${tracking.base-url}") String baseUrl) {
        this.http = builder.baseUrl(baseUrl).build();
    }

    /** The partner gives out a token first, and then a few scans a page, each page with the cursor of the next. */
    public List<String> scans(Long orderId) {
        Token token = http.post().uri("/oauth/token").retrieve().body(Token.class);
        List<String> scans = new ArrayList<>();
        String cursor = "start";
        while (token != null && cursor != null) {
            Page page = http.get()
                    .uri("/shipments/{orderId}/scans?cursor={cursor}", orderId, cursor)
                    .header("Authorization", "Bearer " + token.value())
                    .retrieve()
                    .body(Page.class);
            cursor = page == null ? null : page.next();
            if (page != null) {
                scans.addAll(page.scans());
            }
        }
        return scans;
    }

    record Token(String value) {}

    record Page(List<String> scans, String next) {}
}
