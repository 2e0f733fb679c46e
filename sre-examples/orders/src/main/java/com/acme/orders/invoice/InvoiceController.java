package com.acme.orders.invoice;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class InvoiceController {
    private final InvoiceService invoices;

    public InvoiceController(InvoiceService invoices) {
        this.invoices = invoices;
    }

    @GetMapping("/orders/{orderId}/invoice")
    public ResponseEntity<String> invoice(@PathVariable Long orderId) {
        return ResponseEntity.of(invoices.invoice(orderId));
    }
}
