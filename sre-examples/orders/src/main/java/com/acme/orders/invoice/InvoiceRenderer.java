package com.acme.orders.invoice;

import com.acme.orders.order.Order;
import com.acme.orders.order.OrderLine;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

@Component
public class InvoiceRenderer {
    private final TaxRates taxRates;

    public InvoiceRenderer(TaxRates taxRates) {
        this.taxRates = taxRates;
    }

    public String render(Order order) {
        try {
            BigDecimal net =
                    order.getLines().stream().map(OrderLine::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal percent = taxRates.percentFor(order.getCustomer().getCountry());
            BigDecimal tax = net.multiply(percent).movePointLeft(2);
            return "Invoice " + order.getOrderNumber() + "\nnet " + net + "\ntax " + tax + "\ntotal " + net.add(tax)
                    + "\n";
        } catch (RuntimeException e) {
            throw new InvoiceException("invoice of order " + order.getId() + " not rendered", e);
        }
    }
}
