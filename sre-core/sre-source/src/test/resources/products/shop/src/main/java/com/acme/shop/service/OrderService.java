package com.acme.shop.service;

import com.acme.shop.api.OrderView;
import com.acme.shop.data.Order;
import java.util.List;

public interface OrderService {

    List<OrderView> list(String status);

    OrderView one(long id);

    void touch(long id);

    void place(Order order);

    String quote(long id);

    List<Order> raw();
}
