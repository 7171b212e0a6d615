create index cart_forgotten on cart.cart (store_id, updated_at, id) where state in ('abandoned', 'merged');  -- cart.purge
