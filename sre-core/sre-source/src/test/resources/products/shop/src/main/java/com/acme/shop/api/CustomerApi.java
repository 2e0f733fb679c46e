package com.acme.shop.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

@RequestMapping("/customers")
public interface CustomerApi {

    @GetMapping("/{customerId}")
    String show(long customerId);
}
