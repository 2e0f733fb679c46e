package com.acme.shop.client;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

@Component
public class StockClient {

    private final RestTemplate template;
    private final ShopProperties properties;

    StockClient(RestTemplate template, ShopProperties properties) {
        this.template = template;
        this.properties = properties;
    }

    public boolean inStock(String sku) {
        return template.getForObject(properties.getStockUrl() + "/stock/" + sku, Boolean.class);
    }
}
