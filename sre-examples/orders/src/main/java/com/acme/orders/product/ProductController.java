package com.acme.orders.product;

import java.math.BigDecimal;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
public class ProductController {
    private final ProductRepository products;
    private final CatalogService catalog;

    public ProductController(ProductRepository products, CatalogService catalog) {
        this.products = products;
        this.catalog = catalog;
    }

    @GetMapping("/products/{sku}")
    public ResponseEntity<ProductView> show(@PathVariable String sku) {
        return ResponseEntity.of(products.findBySku(sku).map(ProductView::of));
    }

    @GetMapping("/catalog/{category}")
    public CatalogService.CatalogPage catalog(@PathVariable String category) {
        return catalog.page(category);
    }

    public record ProductView(String sku, String name, BigDecimal price) {
        static ProductView of(Product product) {
            return new ProductView(product.getSku(), product.getName(), product.getPrice());
        }
    }
}
