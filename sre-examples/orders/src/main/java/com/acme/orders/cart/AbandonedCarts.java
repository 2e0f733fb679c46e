package com.acme.orders.cart;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

@Component
public class AbandonedCarts {
    private static final Logger log = LoggerFactory.getLogger(AbandonedCarts.class);
    private static final Duration ABANDONED = Duration.ofDays(30);

    private final CartRepository carts;

    public AbandonedCarts(CartRepository carts) {
        this.carts = carts;
    }

    @Scheduled(fixedDelay = 10_000)
    public void count() {
        log.info(
                "{} carts abandoned", carts.countByChangedAtBefore(Instant.now().minus(ABANDONED)));
    }
}
