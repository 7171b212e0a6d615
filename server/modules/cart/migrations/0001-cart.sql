create schema cart;

create table cart.cart (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  state text not null check (state in ('open', 'completing', 'completed', 'abandoned', 'merged')),
  guest_id uuid,
  customer_id uuid,
  channel_id uuid not null,
  market_id uuid not null,
  currency char(3) not null,
  locale text not null,
  email text,
  shipping_address jsonb,
  billing_address jsonb,
  delivery_method_id uuid,
  custom jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  unique (store_id, id),
  foreign key (store_id, channel_id) references settings.channel (store_id, id),
  foreign key (store_id, market_id) references settings.market (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id),
  foreign key (store_id, delivery_method_id) references delivery.method (store_id, id),
  check (guest_id is not null or customer_id is not null)
);
-- One cart at a time for a guest, also when the button is pressed twice at once.
create unique index cart_guest on cart.cart (store_id, guest_id) where state in ('open', 'completing') and customer_id is null;
create index cart_customer on cart.cart (store_id, customer_id) where state in ('open', 'completing');
create index cart_expiry on cart.cart (expires_at) where state in ('open', 'abandoned');

create table cart.line (
  id uuid primary key,
  store_id uuid not null,
  cart_id uuid not null,
  variant_id uuid not null,
  quantity int not null check (quantity between 1 and 9999),
  seen_amount kit.minor not null,              -- the price when last shown, to tell of a change
  custom jsonb not null default '{}',
  created_at timestamptz(3) not null,
  foreign key (store_id, cart_id) references cart.cart (store_id, id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id),
  constraint line_once unique (cart_id, variant_id, custom)
);
