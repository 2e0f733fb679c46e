package com.acme.shop.api;

import static com.acme.shop.api.Paths.ITEMS;

import com.acme.shop.data.Order;
import com.acme.shop.service.OrderService;
import java.util.List;
import org.springframework.web.bind.annotation.*;

@RestController
@RequestMapping(path = {"/v2", "/v1"})
public class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @GetMapping({Paths.ORDERS, "/all-orders"})
    public List<OrderView> list(@RequestParam String status) {
        return orders.list(status);
    }

    /**
     * One order.
     */
    @GetMapping(Paths.ORDERS + "/{id:\\d+}")
    @ResponseStatus
    public OrderView one(
            @PathVariable long id) {
        return orders.one(id);
    }

    @RequestMapping(value = ITEMS, method = {RequestMethod.PUT, RequestMethod.PATCH})
    public void items(@PathVariable long id) {
        orders.touch(id);
    }

    @RequestMapping("/orders/any")
    public String any() {
        return "any";
    }

    @JsonGet("/orders/meta")
    public String meta() {
        return "meta";
    }

    @PostMapping("${shop.paths.place}/")
    public void place(@RequestBody Order order) {
        orders.place(order);
    }

    @GetMapping("/orders/{id}/quote")
    public String quote(@PathVariable long id) {
        return orders.quote(id);
    }

    @GetMapping("/orders/raw")
    public List<Order> raw() {
        return orders.raw();
    }

    @GetMapping(value = "/orders/search", params = "q")
    public String byQuery() {
        return "";
    }

    @GetMapping(value = "/orders/search", params = "name")
    public String byName() {
        return "";
    }
}
