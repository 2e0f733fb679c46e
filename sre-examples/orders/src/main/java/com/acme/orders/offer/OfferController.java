package com.acme.orders.offer;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OfferController {
    private final OfferService offers;

    public OfferController(OfferService offers) {
        this.offers = offers;
    }

    @GetMapping("/products/{sku}/offer")
    public OfferService.Offer offer(@PathVariable String sku) {
        return offers.offer(sku);
    }
}
