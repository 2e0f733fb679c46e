package com.acme.shop.service;

import com.acme.shop.api.OrderView;
import com.acme.shop.client.BillingClient;
import com.acme.shop.client.PricingClient;
import com.acme.shop.client.StockClient;
import com.acme.shop.data.Order;
import com.acme.shop.data.OrderLine;
import com.acme.shop.data.OrderRepository;
import com.acme.shop.data.StockDao;
import java.util.ArrayList;
import java.util.List;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Slf4j
@Service
class OrderServiceImpl implements OrderService {

    private final OrderRepository orders;
    private final StockDao stock;
    private final PricingClient pricing;
    private final StockClient stockClient;
    private final BillingClient billing;

    OrderServiceImpl(
            OrderRepository orders,
            StockDao stock,
            PricingClient pricing,
            StockClient stockClient,
            BillingClient billing) {
        this.orders = orders;
        this.stock = stock;
        this.pricing = pricing;
        this.stockClient = stockClient;
        this.billing = billing;
    }

    @Override
    public List<OrderView> list(String status) {
        log.info("listing orders with status {}", status);
        return orders.findByStatus(status).stream()
                .map(OrderView::of)
                .toList();
    }

    @Override
    public OrderView one(long id) {
        Order order = orders.findById(id).orElseThrow(() -> new IllegalArgumentException("no order " + id));
        if (order.getLines().isEmpty()) {
            log.warn("order " + id + " has no lines, customer " + order.getCustomer().getLastName());
        }
        return OrderView.of(order);
    }

    @Override
    public void touch(long id) {
        Order order = orders.getReferenceById(id);
        List<Integer> amounts = new ArrayList<>();
        for (OrderLine line : order.getLines()) {
            amounts.add(stock.amount(line.getSku()));
            check(line);
        }
    }

    private void check(OrderLine line) {
        if (pricing.priceOf(line.getSku()) < 1) {
            log.error("price of {} is {}", line.getSku(), 0);
        }
    }

    @Override
    @Transactional
    public void place(Order order) {
        orders.save(order);
        billing.bill(order.toString());
    }

    @Override
    public String quote(long id) {
        Order order = orders.findById(id).orElseThrow();
        String sku = order.getLines().get(0).getSku();
        int price = pricing.priceOf(sku);
        boolean there = stockClient.inStock(sku);
        String invoice = billing.bill("price " + price);
        return invoice + there;
    }

    @Override
    public List<Order> raw() {
        return orders.findAll();
    }
}
