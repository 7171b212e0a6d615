-- A signed link works for so many days after the order's last step; then a fresh one is sent to its address, and the old ones are dead.
alter table orders.order add column link_series int not null default 0;
alter table orders.order add column link_renewed_at timestamptz(3);

-- How a store deals with orders once they are placed; without a row, as the defaults say.
create table orders.setting (
  store_id uuid primary key references settings.store (id),
  link_days int not null check (link_days between 1 and 3650),
  return_days int not null check (return_days between 0 and 3650),
  delivered_after_days int check (delivered_after_days between 1 and 365),
  version int not null default 1,
  updated_at timestamptz(3) not null
);
