package com.acme.orders.shipping;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ShippingController {
    private final CarrierClient carrier;

    public ShippingController(CarrierClient carrier) {
        this.carrier = carrier;
    }

    @GetMapping("/shipping-quotes")
    public CarrierClient.Quote quote(@RequestParam String country, @RequestParam int grams) {
        return carrier.quote(country, grams);
    }
}
