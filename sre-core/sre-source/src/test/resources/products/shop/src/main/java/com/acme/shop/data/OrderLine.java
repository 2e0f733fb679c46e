package com.acme.shop.data;

import jakarta.persistence.*;

@Entity
public class OrderLine extends Identified {

    @ManyToOne
    @JoinColumn(name = "order_ref")
    private Order order;

    private String sku;

    private int amount;

    public String getSku() {
        return sku;
    }

    public int getAmount() {
        return amount;
    }
}
