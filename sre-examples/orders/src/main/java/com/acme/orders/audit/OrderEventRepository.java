package com.acme.orders.audit;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;

public interface OrderEventRepository extends JpaRepository<OrderEvent, Long> {
    List<OrderEvent> findByOrderNumberOrderByOccurredAt(String orderNumber);
}
