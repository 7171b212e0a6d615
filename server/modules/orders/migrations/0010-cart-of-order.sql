-- Which carts an order began from, also one that was called off: asked when carts are forgotten, and by the reference itself.
create index order_cart on orders.order (cart_id);
