package com.acme.orders.cart;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/carts")
public class CartController {
    private final CartService carts;

    public CartController(CartService carts) {
        this.carts = carts;
    }

    @GetMapping("/{cartId}")
    public ResponseEntity<CartService.CartView> show(@PathVariable Long cartId) {
        return ResponseEntity.of(carts.find(cartId));
    }

    @PutMapping("/{cartId}/items/{itemId}")
    public ResponseEntity<Void> change(
            @PathVariable Long cartId, @PathVariable Long itemId, @RequestBody Quantity wanted) {
        return carts.setQuantity(cartId, itemId, wanted.quantity())
                ? ResponseEntity.noContent().build()
                : ResponseEntity.notFound().build();
    }

    public record Quantity(int quantity) {}
}
