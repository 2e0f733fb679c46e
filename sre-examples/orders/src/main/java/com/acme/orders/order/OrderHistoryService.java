package com.acme.orders.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderHistoryService {
    private final OrderRepository orders;

    public OrderHistoryService(OrderRepository orders) {
        this.orders = orders;
    }

    @Transactional(readOnly = true)
    public List<OrderSummary> history(Long customerId) {
        List<OrderSummary> history = new ArrayList<>();
        for (Order order : orders.findByCustomerIdOrderByPlacedAtDesc(customerId)) {
            BigDecimal total = BigDecimal.ZERO;
            for (OrderLine line : order.getLines()) {
                total = total.add(line.getAmount());
            }
            history.add(new OrderSummary(order.getOrderNumber(), order.getStatus(), order.getPlacedAt(), total));
        }
        return history;
    }

    public record OrderSummary(String orderNumber, String status, Instant placedAt, BigDecimal total) {}
}
