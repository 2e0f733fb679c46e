create table customers (
  id bigint primary key,
  name text not null,
  email text not null,
  country text not null
);

create table products (
  id bigint primary key,
  sku text not null unique,
  name text not null,
  category text not null,
  price numeric(10, 2) not null,
  weight_grams int not null
);
create index products_category on products (category, name);

create table orders (
  id bigint primary key,
  order_number text not null unique,
  customer_id bigint not null references customers,
  status text not null,
  placed_at timestamptz not null,
  payment_reference text
);
create index orders_customer on orders (customer_id, placed_at);
create sequence orders_seq start 10000000 increment 50;

create table order_lines (
  id bigint primary key,
  order_id bigint not null references orders,
  position int not null,
  product_id bigint not null references products,
  quantity int not null,
  unit_price numeric(10, 2) not null
);
create index order_lines_order on order_lines (order_id);
create sequence order_lines_seq start 10000000 increment 50;

create table carts (
  id bigint primary key,
  changed_at timestamptz not null
);

create table cart_items (
  id bigint primary key,
  cart_id bigint not null references carts,
  product_id bigint not null references products,
  quantity int not null
);
create index cart_items_cart on cart_items (cart_id);

create table settings (
  name text primary key,
  content text not null
);
