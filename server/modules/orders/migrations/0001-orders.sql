create schema orders;

create sequence orders.number_seq start 1001;

-- Where a channel wants numbers without gaps: drawn last in the confirming transaction, which holds this row until it ends.
create table orders.number_counter (
  store_id uuid primary key references settings.store (id),
  first bigint not null,                       -- from here on there are no gaps
  last bigint not null
);

create table orders.order (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  number bigint,                               -- drawn when the order is confirmed
  cart_id uuid not null,
  state text not null check (state in ('draft', 'pending', 'confirmed', 'on_hold', 'completed', 'cancelled', 'expired', 'archived')),
  customer_id uuid,
  guest_id uuid,
  access_hash bytea not null,                  -- of the token in the signed link
  email text not null,
  channel_id uuid not null,
  market_id uuid not null,
  locale text not null,
  currency char(3) not null,
  prices_include_tax boolean not null,
  tax_rounding text not null check (tax_rounding in ('line', 'total')),
  subtotal_amount kit.minor not null check (subtotal_amount >= 0),
  delivery_amount kit.minor not null check (delivery_amount >= 0),
  discount_amount kit.minor not null default 0 check (discount_amount >= 0),
  delivery_tax_amount kit.minor not null default 0 check (delivery_tax_amount >= 0),   -- part of tax_amount
  tax_amount kit.minor not null check (tax_amount >= 0),
  total_amount kit.minor not null check (total_amount >= 0),
  shipping_address jsonb,
  billing_address jsonb not null,
  delivery jsonb,                              -- method, name and promise as chosen
  custom jsonb not null default '{}',
  hold_until timestamptz(3),
  cancel_reason text,
  version int not null default 1,
  placed_at timestamptz(3) not null,
  confirmed_at timestamptz(3),
  closed_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (id, currency),
  unique (store_id, number),
  foreign key (store_id, cart_id) references cart.cart (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id),
  foreign key (store_id, channel_id) references settings.channel (store_id, id),
  foreign key (store_id, market_id) references settings.market (store_id, id),
  constraint order_total check (total_amount = subtotal_amount + delivery_amount - discount_amount
    + case when prices_include_tax then 0 else tax_amount end),
  constraint order_numbered check (state not in ('confirmed', 'on_hold', 'completed', 'archived') or number is not null)
);
create unique index order_of_cart on orders.order (cart_id) where state not in ('cancelled', 'expired');
create index order_customer on orders.order (store_id, customer_id, placed_at desc, id desc);
create index order_guest on orders.order (store_id, guest_id, placed_at desc, id desc) where customer_id is null;
create index order_newest on orders.order (store_id, placed_at desc, id desc);
create index order_state on orders.order (store_id, state, placed_at desc, id desc);
create index order_hold on orders.order (hold_until) where state = 'pending';

create table orders.line (
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
  options jsonb not null,
  picture jsonb,
  quantity int not null check (quantity > 0),
  unit_amount kit.minor not null check (unit_amount >= 0),
  discount_amount kit.minor not null default 0 check (discount_amount >= 0),
  total_amount kit.minor not null check (total_amount >= 0),
  tax_name text not null,
  tax_rate_basis_points int not null,
  tax_amount kit.minor not null check (tax_amount >= 0),
  price_id uuid not null,                      -- where the price came from
  quantity_shipped int not null default 0,
  quantity_delivered int not null default 0,
  quantity_cancelled int not null default 0,
  quantity_returned int not null default 0,
  custom jsonb not null default '{}',
  unique (store_id, id),
  unique (order_id, id),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, currency) references orders.order (id, currency),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id),
  constraint line_total check (total_amount = quantity * unit_amount - discount_amount),
  constraint line_counters check (quantity_shipped >= 0 and quantity_cancelled >= 0 and quantity_returned >= 0
    and quantity_delivered between 0 and quantity_shipped and quantity_returned <= quantity_shipped
    and quantity_shipped + quantity_cancelled <= quantity)
);
create index line_order on orders.line (order_id, position);

create table orders.tax_line (
  store_id uuid not null,
  order_id uuid not null,
  position int not null,
  name text not null,
  rate_basis_points int not null,
  base_amount kit.minor not null,
  tax_amount kit.minor not null,
  primary key (order_id, position),
  foreign key (store_id, order_id) references orders.order (store_id, id)
);

create table orders.history (
  id uuid primary key,
  store_id uuid not null,
  order_id uuid not null,
  kind text not null,
  from_state text,
  to_state text,
  facts jsonb not null default '{}',
  public boolean not null,
  actor text not null,
  cause text not null,
  trace_id text not null,
  at timestamptz(3) not null,
  foreign key (store_id, order_id) references orders.order (store_id, id)
);
create index history_order on orders.history (order_id, at, id);
create trigger history_fact before update or delete on orders.history for each row execute function kit.refuse_change();

-- The state machine of reliability 3: any other step is refused, whoever asks.
create function orders.step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'draft>pending', 'pending>confirmed', 'pending>cancelled', 'pending>expired', 'confirmed>completed',
    'confirmed>cancelled', 'confirmed>on_hold', 'on_hold>confirmed', 'on_hold>cancelled', 'completed>archived']) then
    raise exception 'an order cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'order_step';
  end if;
  return new;
end $$;
create trigger order_step before update of state on orders.order for each row execute function orders.step();
