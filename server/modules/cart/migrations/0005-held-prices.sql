-- The price that was shown is held for a while: which one it was, and when it was seen. Null: from before there was this.
alter table cart.line
  add column seen_price_id uuid,
  add column seen_at timestamptz(3);

-- How a store deals with carts; without a row, as the defaults say.
create table cart.setting (
  store_id uuid primary key references settings.store (id),
  price_hold_minutes int not null check (price_hold_minutes between 0 and 1440),
  version int not null default 1,
  updated_at timestamptz(3) not null
);
comment on table cart.setting is 'How a store deals with carts.';
