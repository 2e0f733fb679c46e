-- The first tables.
CREATE TABLE customer (id bigint primary key, last_name varchar(80));
CREATE TABLE orders (
  id bigint PRIMARY KEY,
  status varchar(20),
  placed_at timestamp,
  customer_mail varchar(80),
  customer_id bigint REFERENCES customer (id)
);
CREATE TABLE stock_items (sku varchar(40), warehouse_id int, amount int);
CREATE INDEX idx_mail ON orders (customer_mail);
CREATE UNIQUE INDEX idx_stock ON stock_items (sku, warehouse_id);
