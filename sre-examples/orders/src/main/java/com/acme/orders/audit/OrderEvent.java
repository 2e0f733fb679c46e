package com.acme.orders.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "order_events")
public class OrderEvent {
    @Id
    private Long id;

    private String orderNumber;
    private String kind;
    private Instant occurredAt;
    private String detail;

    protected OrderEvent() {}

    public Long getId() {
        return id;
    }

    public String getOrderNumber() {
        return orderNumber;
    }

    public String getKind() {
        return kind;
    }

    public Instant getOccurredAt() {
        return occurredAt;
    }

    public String getDetail() {
        return detail;
    }
}
