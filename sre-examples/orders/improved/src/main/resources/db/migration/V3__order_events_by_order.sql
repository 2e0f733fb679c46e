create index order_events_order_number on order_events (order_number, occurred_at);
