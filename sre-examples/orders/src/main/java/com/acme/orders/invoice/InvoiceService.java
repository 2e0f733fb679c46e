package com.acme.orders.invoice;

import com.acme.orders.order.Order;
import com.acme.orders.order.OrderRepository;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class InvoiceService {
    private final OrderRepository orders;
    private final InvoiceRenderer renderer;

    public InvoiceService(OrderRepository orders, InvoiceRenderer renderer) {
        this.orders = orders;
        this.renderer = renderer;
    }

    @Transactional(readOnly = true)
    public Optional<String> invoice(Long orderId) {
        Optional<Order> order = orders.findById(orderId);
        try {
            return order.map(renderer::render);
        } catch (InvoiceException e) {
            throw new IllegalStateException("could not produce the invoice document", e);
        }
    }
}
