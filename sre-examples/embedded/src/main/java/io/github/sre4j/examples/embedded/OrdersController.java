package io.github.sre4j.examples.embedded;

import java.util.concurrent.Callable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Orders, some of which cannot be had. */
@RestController
public class OrdersController {

    /** Makes the controller. */
    public OrdersController() {}

    /** An order. */
    @GetMapping("/orders/{orderId}")
    public String order(@PathVariable("orderId") int orderId) {
        if (orderId < 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "order " + orderId;
    }

    /** An order from another thread. */
    @GetMapping("/slow-orders/{orderId}")
    public Callable<String> slowOrder(@PathVariable("orderId") int orderId) {
        return () -> "order " + orderId;
    }

    /** Fails. */
    @GetMapping("/oups")
    public String oups() {
        throw new IllegalStateException("expected: this endpoint always fails");
    }
}
