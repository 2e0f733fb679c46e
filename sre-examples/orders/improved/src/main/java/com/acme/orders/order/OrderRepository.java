package com.acme.orders.order;

import java.util.List;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;

public interface OrderRepository extends JpaRepository<Order, Long> {
    @EntityGraph(attributePaths = "lines")
    List<Order> findByCustomerIdOrderByPlacedAtDesc(Long customerId);
}
