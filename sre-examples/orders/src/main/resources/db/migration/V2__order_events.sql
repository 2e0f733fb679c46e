create table order_events (
  id bigint primary key,
  order_number text not null,
  kind text not null,
  occurred_at timestamptz not null,
  detail text not null
);
create index order_events_occurred_at on order_events (occurred_at);
