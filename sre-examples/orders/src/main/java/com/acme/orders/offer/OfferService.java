package com.acme.orders.offer;

import java.math.BigDecimal;
import org.springframework.stereotype.Service;

@Service
public class OfferService {
    private final PricingClient pricing;
    private final StockClient stock;
    private final DeliveryClient delivery;

    public OfferService(PricingClient pricing, StockClient stock, DeliveryClient delivery) {
        this.pricing = pricing;
        this.stock = stock;
        this.delivery = delivery;
    }

    public Offer offer(String sku) {
        BigDecimal price = pricing.priceOf(sku);
        int available = stock.levelOf(sku);
        int days = delivery.daysFor(sku);
        return new Offer(sku, price, available, days);
    }

    public record Offer(String sku, BigDecimal price, int available, int deliveryDays) {}
}
