package com.acme.orders.cart;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

@Entity
@Table(name = "carts")
public class Cart {
    @Id
    private Long id;

    private Instant changedAt;

    @OneToMany(mappedBy = "cart")
    @OrderBy("id")
    private List<CartItem> items = new ArrayList<>();

    protected Cart() {}

    void touch(Instant when) {
        changedAt = when;
    }

    public Long getId() {
        return id;
    }

    public Instant getChangedAt() {
        return changedAt;
    }

    public List<CartItem> getItems() {
        return items;
    }
}
