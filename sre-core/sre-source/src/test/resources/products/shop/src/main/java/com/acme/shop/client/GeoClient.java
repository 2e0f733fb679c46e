package com.acme.shop.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

public class GeoClient {

    private static final String BASE = "https://geo.example.org";

    private final HttpClient http = HttpClient.newHttpClient();

    public String locate(String city) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(BASE + "/cities/" + city)).build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
