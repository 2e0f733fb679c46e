package com.acme.shop.client;

import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

@HttpExchange("/rates")
public interface RatesClient {

    @GetExchange("/{currency}")
    String rate(String currency);
}
