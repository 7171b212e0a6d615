create index order_email on orders.order (store_id, lower(email), placed_at desc, id desc);  -- orders.admin.list
