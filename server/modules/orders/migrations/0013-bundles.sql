-- A bundle of an order, as it was when it was placed. Its parts are lines, which are sent, taxed and refunded by themselves; what
-- it cost less than they do by themselves is spread over their discounts to the last unit.
create table orders.bundle (
  id uuid primary key,
  store_id uuid not null,
  order_id uuid not null,
  currency char(3) not null,
  position int not null,
  product_id uuid not null,
  variant_id uuid not null,
  sku text not null,
  name text not null,
  slug text not null,
  quantity int not null check (quantity > 0),
  unit_amount kit.minor not null check (unit_amount >= 0),
  separately_amount kit.minor not null,
  reduction_amount kit.minor not null check (reduction_amount >= 0),
  unique (store_id, id),
  unique (order_id, id),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, currency) references orders.order (id, currency),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id),
  constraint bundle_total check (quantity * unit_amount = separately_amount - reduction_amount)
);
create trigger bundle_snapshot before update or delete on orders.bundle for each row execute function orders.refuse_snapshot_change();
comment on table orders.bundle is 'So many of a bundle in an order, and what it cost less than its parts.';

alter table orders.line add column bundle_id uuid,
  add foreign key (order_id, bundle_id) references orders.bundle (order_id, id);
