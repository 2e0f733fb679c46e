package acme.orders;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OrderController {

    private static final Logger LOG = LoggerFactory.getLogger(OrderController.class);

    private final Items items;

    OrderController(Items items) {
        this.items = items;
    }

    @GetMapping("/orders")
    String orders() {
        for (int id = 1; id <= 30; id++) {
            items.byId(id);
        }
        LOG.error("no stock for {}", "customer");
        throw new IllegalStateException("no stock");
    }
}
