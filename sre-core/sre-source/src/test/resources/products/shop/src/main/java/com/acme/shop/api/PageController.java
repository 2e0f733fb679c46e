package com.acme.shop.api;

import com.acme.shop.data.OrderRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
public class PageController {

    private final OrderRepository orders;

    PageController(OrderRepository orders) {
        this.orders = orders;
    }

    @GetMapping("/pages/orders")
    public String page(Model model) {
        model.addAttribute("orders", orders.findByStatus("open"));
        return "orders/list";
    }
}
