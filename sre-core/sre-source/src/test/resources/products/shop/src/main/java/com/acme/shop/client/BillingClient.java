package com.acme.shop.client;

import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.web.bind.annotation.PostMapping;

@FeignClient(name = "billing", path = "/api")
public interface BillingClient {

    @PostMapping("/invoices")
    String bill(String order);
}
