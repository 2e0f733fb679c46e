package com.acme.orders.offer;

import jakarta.annotation.PreDestroy;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.stereotype.Service;

@Service
public class OfferService {
    private final PricingClient pricing;
    private final StockClient stock;
    private final DeliveryClient delivery;
    private final ExecutorService calls = Executors.newFixedThreadPool(24);

    public OfferService(PricingClient pricing, StockClient stock, DeliveryClient delivery) {
        this.pricing = pricing;
        this.stock = stock;
        this.delivery = delivery;
    }

    public Offer offer(String sku) {
        CompletableFuture<BigDecimal> price = CompletableFuture.supplyAsync(() -> pricing.priceOf(sku), calls);
        CompletableFuture<Integer> available = CompletableFuture.supplyAsync(() -> stock.levelOf(sku), calls);
        CompletableFuture<Integer> days = CompletableFuture.supplyAsync(() -> delivery.daysFor(sku), calls);
        return new Offer(sku, price.join(), available.join(), days.join());
    }

    @PreDestroy
    void stop() {
        calls.shutdown();
    }

    public record Offer(String sku, BigDecimal price, int available, int deliveryDays) {}
}
