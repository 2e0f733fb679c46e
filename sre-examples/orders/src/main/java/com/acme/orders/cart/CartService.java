package com.acme.orders.cart;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class CartService {
    private final CartRepository carts;
    private final Clock clock = Clock.systemUTC();

    public CartService(CartRepository carts) {
        this.carts = carts;
    }

    @Transactional(readOnly = true)
    public Optional<CartView> find(Long cartId) {
        return carts.findById(cartId).map(CartService::view);
    }

    @Transactional
    public boolean setQuantity(Long cartId, Long itemId, int quantity) {
        Cart cart = carts.findById(cartId).orElseThrow();
        for (CartItem item : cart.getItems()) {
            if (item.getId().equals(itemId)) {
                item.setQuantity(quantity);
                cart.touch(clock.instant());
                return true;
            }
        }
        return false;
    }

    private static CartView view(Cart cart) {
        List<ItemView> items = new ArrayList<>();
        for (CartItem item : cart.getItems()) {
            items.add(new ItemView(
                    item.getId(), item.getProduct().getName(), item.getProduct().getPrice(), item.getQuantity()));
        }
        return new CartView(cart.getId(), items);
    }

    public record CartView(Long id, List<ItemView> items) {}

    public record ItemView(Long id, String product, BigDecimal price, int quantity) {}
}
