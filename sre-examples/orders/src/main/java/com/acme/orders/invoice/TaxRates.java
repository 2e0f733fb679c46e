package com.acme.orders.invoice;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
public class TaxRates {
    private final Map<String, BigDecimal> percentByCountry = Map.of(
            "DE", new BigDecimal("19"),
            "FR", new BigDecimal("20"),
            "NL", new BigDecimal("21"),
            "IT", new BigDecimal("22"),
            "JP", new BigDecimal("10"));

    public BigDecimal percentFor(String country) {
        BigDecimal percent = percentByCountry.get(country);
        if (percent == null) {
            throw new IllegalArgumentException("no tax rate for country " + country);
        }
        return percent;
    }
}
