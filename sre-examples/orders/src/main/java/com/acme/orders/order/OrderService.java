package com.acme.orders.order;

import com.acme.orders.customer.Customer;
import com.acme.orders.customer.CustomerRepository;
import com.acme.orders.offer.StockClient;
import com.acme.orders.product.Product;
import com.acme.orders.product.ProductRepository;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class OrderService {
    private static final Logger log = LoggerFactory.getLogger(OrderService.class);

    private final OrderRepository orders;
    private final CustomerRepository customers;
    private final ProductRepository products;
    private final StockClient stock;
    private final PaymentClient payments;
    private final Clock clock = Clock.systemUTC();

    public OrderService(
            OrderRepository orders,
            CustomerRepository customers,
            ProductRepository products,
            StockClient stock,
            PaymentClient payments) {
        this.orders = orders;
        this.customers = customers;
        this.products = products;
        this.stock = stock;
        this.payments = payments;
    }

    @Transactional(readOnly = true)
    public Optional<OrderView> find(Long orderId) {
        return orders.findById(orderId).map(OrderView::of);
    }

    @Transactional
    public OrderView place(NewOrder wanted) {
        Customer customer = customers.findById(wanted.customerId()).orElseThrow();
        Product product = products.findBySku(wanted.sku()).orElseThrow();
        Order order = new Order("W" + UUID.randomUUID(), customer, clock.instant());
        order.add(new OrderLine(order, 1, product, wanted.quantity()));
        orders.saveAndFlush(order);

        String reservation = stock.reserve(product.getSku(), wanted.quantity());
        String payment = payments.authorize(order.getOrderNumber(), reservation);
        order.confirm(payment);
        log.info("Order {} confirmed, payment {}", order.getOrderNumber(), payment);
        return OrderView.of(order);
    }

    public record NewOrder(Long customerId, String sku, int quantity) {}

    public record OrderView(Long id, String orderNumber, String status, List<LineView> lines) {
        static OrderView of(Order order) {
            return new OrderView(
                    order.getId(),
                    order.getOrderNumber(),
                    order.getStatus(),
                    order.getLines().stream()
                            .map(line -> new LineView(
                                    line.getPosition(),
                                    line.getQuantity(),
                                    line.getUnitPrice().toPlainString()))
                            .toList());
        }
    }

    public record LineView(int position, int quantity, String unitPrice) {}
}
