package com.acme.orders.tracking;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class TrackingController {
    private final TrackingClient tracking;

    public TrackingController(TrackingClient tracking) {
        this.tracking = tracking;
    }

    @GetMapping("/orders/{orderId}/tracking")
    public List<String> scans(@PathVariable Long orderId) {
        return tracking.scans(orderId);
    }
}
