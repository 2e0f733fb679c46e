package com.acme.shop.data;

import jakarta.persistence.*;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

@Entity
@Table(name = "orders", indexes = @Index(columnList = "placedAt, status"))
public class Order extends Identified {

    private String status;

    private java.time.Instant placedAt;

    @Column(name = "customer_mail")
    private String mail;

    @OneToMany(mappedBy = "order")
    private List<OrderLine> lines = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "order_tags", joinColumns = @JoinColumn(name = "tagged_order"))
    private Set<String> tags;

    @ManyToMany
    @JoinTable(name = "order_vouchers")
    private Set<Voucher> vouchers;

    @ManyToOne(fetch = FetchType.LAZY)
    private Customer customer;

    public List<OrderLine> getLines() {
        return lines;
    }

    public Set<String> getTags() {
        return tags;
    }

    public Customer getCustomer() {
        return customer;
    }

    public int total() {
        int sum = 0;
        for (OrderLine line : lines) {
            sum += line.getAmount();
        }
        return sum;
    }
}
