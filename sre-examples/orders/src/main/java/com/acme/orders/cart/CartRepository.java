package com.acme.orders.cart;

import java.time.Instant;
import org.springframework.data.jpa.repository.JpaRepository;

public interface CartRepository extends JpaRepository<Cart, Long> {
    long countByChangedAtBefore(Instant moment);
}
