package com.acme.shop.data;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

@Repository
public class StockDao {

    private static final String AMOUNT = "select amount from stock_items where sku = ? and warehouse_id = ?";

    private final JdbcTemplate jdbc;

    StockDao(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public int amount(String sku) {
        return jdbc.queryForObject(AMOUNT, Integer.class, sku, 1);
    }

    public void take(String sku, int count) {
        jdbc.update("update stock_items set amount = amount - ? " + "where sku = ?", count, sku);
    }
}
