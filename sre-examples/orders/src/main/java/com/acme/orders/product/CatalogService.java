package com.acme.orders.product;

import com.acme.orders.setting.SettingRepository;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class CatalogService {
    private final ProductRepository products;
    private final SettingRepository settings;

    public CatalogService(ProductRepository products, SettingRepository settings) {
        this.products = products;
        this.settings = settings;
    }

    @Transactional(readOnly = true)
    public CatalogPage page(String category) {
        int size = Integer.parseInt(setting("catalog.page-size"));
        String currency = setting("catalog.currency");
        boolean grossPrices = Boolean.parseBoolean(setting("catalog.gross-prices"));
        boolean badges = Boolean.parseBoolean(setting("catalog.badges"));
        String sorting = setting("catalog.sorting");
        String banner = setting("catalog.banner");
        List<ProductController.ProductView> page = products.findByCategoryOrderByName(category, Limit.of(size)).stream()
                .map(ProductController.ProductView::of)
                .toList();
        return new CatalogPage(page, currency, grossPrices, badges, sorting, banner);
    }

    private String setting(String key) {
        return settings.valueOf(key).orElseThrow(() -> new IllegalStateException("no setting " + key));
    }

    public record CatalogPage(
            List<ProductController.ProductView> products,
            String currency,
            boolean grossPrices,
            boolean badges,
            String sorting,
            String banner) {}
}
