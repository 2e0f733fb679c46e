package io.github.sre4j.examples.prometheus;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The endpoints. */
@RestController
public class OrderController {

    private final AtomicInteger placed = new AtomicInteger();

    /** Returns an order, at once. */
    @GetMapping("/orders/{id}")
    public String order(@PathVariable("id") int id) {
        return "order " + id;
    }

    /** Searches, and every fifth search takes more than a second. */
    @GetMapping("/orders")
    public List<String> search() throws InterruptedException {
        Thread.sleep(placed.incrementAndGet() % 5 == 0 ? 1_100 : 20);
        return List.of("order 1", "order 2");
    }

    /** Places an order; one in ten fails. */
    @PostMapping("/orders")
    public String place() {
        if (placed.incrementAndGet() % 10 == 0) {
            throw new IllegalStateException("no stock");
        }
        return "placed";
    }
}
