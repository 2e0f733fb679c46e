package com.acme.orders.order;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderController {
    private final OrderService orders;
    private final OrderHistoryService histories;

    public OrderController(OrderService orders, OrderHistoryService histories) {
        this.orders = orders;
        this.histories = histories;
    }

    @GetMapping("/orders/{orderId}")
    public ResponseEntity<OrderService.OrderView> show(@PathVariable Long orderId) {
        return ResponseEntity.of(orders.find(orderId));
    }

    @PostMapping("/orders")
    @ResponseStatus(HttpStatus.CREATED)
    public OrderService.OrderView place(@RequestBody OrderService.NewOrder wanted) {
        return orders.place(wanted);
    }

    @GetMapping("/customers/{customerId}/orders")
    public List<OrderHistoryService.OrderSummary> history(@PathVariable Long customerId) {
        return histories.history(customerId);
    }
}
