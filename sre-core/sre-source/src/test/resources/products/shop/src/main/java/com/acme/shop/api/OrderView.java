package com.acme.shop.api;

import com.acme.shop.data.Order;
import java.util.List;

public record OrderView(long id, List<String> lines) {

    public static OrderView of(Order order) {
        return new OrderView(
                order.getId(),
                order.getLines().stream().map(line -> line.getSku()).toList());
    }
}
