-- A price that was held for the shopper is of an earlier moment than the order; null: of the order's own.
alter table orders.line add column priced_at timestamptz(3);
