-- Orders of another shop, or of the time before this one: kept to be looked up. Nothing can be done with them, and no sum,
-- stock or payment here knows of them.
create table orders.past_order (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  number text not null,                        -- as it was there
  state text not null check (state in ('confirmed', 'on_hold', 'completed', 'cancelled', 'archived')),
  email text not null,
  name text,
  country char(2),
  currency char(3) not null,
  prices_include_tax boolean not null,
  subtotal_amount kit.minor not null check (subtotal_amount >= 0),
  delivery_amount kit.minor not null check (delivery_amount >= 0),
  discount_amount kit.minor not null check (discount_amount >= 0),
  tax_amount kit.minor not null check (tax_amount >= 0),
  total_amount kit.minor not null check (total_amount >= 0),
  placed_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  unique (store_id, id),
  unique (id, currency),
  unique (store_id, number)
);
create index past_order_newest on orders.past_order (store_id, placed_at desc, id desc);                -- orders.past.list
create index past_order_email on orders.past_order (store_id, email, placed_at desc, id desc);
create trigger past_order_fact before update or delete on orders.past_order for each row execute function kit.refuse_change();
comment on table orders.past_order is 'Orders from before this shop, kept to be looked up.';

create table orders.past_line (
  store_id uuid not null,
  past_order_id uuid not null,
  currency char(3) not null,
  position int not null,
  sku text not null,
  name text not null,
  quantity int not null check (quantity > 0),
  unit_amount kit.minor not null check (unit_amount >= 0),
  primary key (past_order_id, position),
  foreign key (store_id, past_order_id) references orders.past_order (store_id, id),
  foreign key (past_order_id, currency) references orders.past_order (id, currency)
);
create trigger past_line_fact before update or delete on orders.past_line for each row execute function kit.refuse_change();
comment on table orders.past_line is 'What was in such an order.';

-- Orders leave as a file in the order in which they were placed.
create index order_by_placed on orders.order (store_id, placed_at, number) where number is not null;
create index past_order_by_placed on orders.past_order (store_id, placed_at, number);
