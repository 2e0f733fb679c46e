package com.acme.orders.audit;

import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class OrderEventController {
    private final OrderEventRepository events;

    public OrderEventController(OrderEventRepository events) {
        this.events = events;
    }

    @GetMapping("/order-events")
    public List<EventView> events(@RequestParam String orderNumber) {
        return events.findByOrderNumberOrderByOccurredAt(orderNumber).stream()
                .map(event -> new EventView(event.getKind(), event.getOccurredAt(), event.getDetail()))
                .toList();
    }

    public record EventView(String kind, Instant occurredAt, String detail) {}
}
