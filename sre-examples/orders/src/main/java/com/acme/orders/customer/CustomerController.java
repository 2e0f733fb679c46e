package com.acme.orders.customer;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/customers")
public class CustomerController {
    private final CustomerRepository customers;

    public CustomerController(CustomerRepository customers) {
        this.customers = customers;
    }

    @GetMapping("/{customerId}")
    public ResponseEntity<CustomerView> show(@PathVariable Long customerId) {
        return ResponseEntity.of(customers
                .findById(customerId)
                .map(customer -> new CustomerView(customer.getId(), customer.getName(), customer.getCountry())));
    }

    public record CustomerView(Long id, String name, String country) {}
}
