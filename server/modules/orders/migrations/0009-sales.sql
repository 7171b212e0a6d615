-- orders.admin.summary reads what was sold in a time from this alone; an order comes in once, when it is confirmed.
create index order_sold on orders."order" (store_id, confirmed_at) include (currency, market_id, state, total_amount, tax_amount)
  where confirmed_at is not null;
