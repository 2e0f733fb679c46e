package io.github.sre4j.examples.capture;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** What is in the database before the first request: the same rows in every run. */
final class Seed {
    static final int CUSTOMERS = 200;

    /** Customers without a history, who place the new orders: so the histories stay as they are during a capture. */
    static final int NEW_CUSTOMERS = 50;

    static final int PRODUCTS = 2_000;
    static final int CATEGORIES = 20;
    static final int ORDERS = 59_000;
    static final int CARTS = 500;
    static final int ITEMS_AT_MOST = 10;
    static final int ORDER_EVENTS = 8_000_000;

    private static final List<String> STATEMENTS = List.of(
            // One customer in ten lives where no tax rate is known.
            "insert into customers select i, 'Customer ' || i, 'c' || i || '@example.org', "
                    + "case when i % 10 = 0 then 'CH' else (array['DE','FR','NL','IT','JP'])[1 + i % 5] end "
                    + "from generate_series(1, " + (CUSTOMERS + NEW_CUSTOMERS) + ") i",
            "insert into products select i, 'SKU-' || i, 'Product ' || i, 'category-' || i % " + CATEGORIES
                    + ", 1 + i % 90, 100 + i % 900 from generate_series(1, " + PRODUCTS + ") i",
            // 50 to 549 orders a customer, 1 to 3 lines an order.
            "insert into orders select n, 'W' || n, c, 'DELIVERED', now() - n * interval '9 minutes', null from ("
                    + "select row_number() over (order by s, c) n, c from generate_series(1, " + CUSTOMERS + ") c, "
                    + "generate_series(1, 50 + (c * 7919) % 500) s) numbered",
            "insert into order_lines select o.id * 3 + l, o.id, l, 1 + (o.id * 31 + l) % " + PRODUCTS
                    + ", 1 + l, 1 + (o.id + l) % 90 from orders o, generate_series(1, 1 + o.id::int % 3) l",
            "insert into carts select i, now() - i * interval '1 hour' from generate_series(1, " + CARTS + ") i",
            // 5 to 7 items a cart.
            "insert into cart_items select c.id * " + ITEMS_AT_MOST + " + l, c.id, 1 + (c.id * 97 + l * 13) % "
                    + PRODUCTS + ", 1 from carts c, generate_series(1, 5 + c.id::int % 3) l",
            "insert into settings values ('catalog.page-size', '24'), ('catalog.currency', 'EUR'), "
                    + "('catalog.gross-prices', 'true'), ('catalog.badges', 'false'), ('catalog.sorting', 'name'), "
                    + "('catalog.banner', 'summer')",
            "insert into order_events select i, 'W' || 1 + i % " + ORDERS
                    + ", (array['PLACED','PAID','PACKED','SENT','DELIVERED'])[1 + i % 5], "
                    + "now() - i * interval '10 seconds', 'by the warehouse, station ' || i % 40 "
                    + "from generate_series(1, " + ORDER_EVENTS + ") i",
            "vacuum analyze");

    private Seed() {}

    /** Fills the tables, which must be there and empty. */
    static void plant(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : STATEMENTS) {
                statement.execute(sql);
            }
        }
    }
}
