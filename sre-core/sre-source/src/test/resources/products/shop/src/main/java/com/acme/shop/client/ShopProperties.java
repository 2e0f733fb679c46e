package com.acme.shop.client;

import org.springframework.boot.context.properties.ConfigurationProperties;

@ConfigurationProperties(prefix = "shop")
public class ShopProperties {

    private String stockUrl;

    public String getStockUrl() {
        return stockUrl;
    }
}
