-- Somebody should know when little is left of an item at a place. A job finds it every few minutes and keeps it in a
-- table of its own: a sale changes neither that table nor anything here that has an index.
alter table inventory.level add column low_at int check (low_at >= 0);
create index level_watched on inventory.level (store_id, item_id, location_id) where low_at is not null;   -- inventory.watchLow

create table inventory.low_stock (
  id uuid primary key,
  store_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  since timestamptz(3) not null,
  told_at timestamptz(3),
  unique (item_id, location_id),
  foreign key (item_id, location_id) references inventory.level (item_id, location_id),
  foreign key (store_id, item_id) references inventory.item (store_id, id),
  foreign key (store_id, location_id) references inventory.location (store_id, id)
);
create index low_stock_newest on inventory.low_stock (store_id, since desc, id desc);                       -- inventory.low.list
create index low_stock_location on inventory.low_stock (store_id, location_id, since desc, id desc);        -- inventory.low.list
comment on table inventory.low_stock is 'Of what little is left at a place, since when, and whether staff were told; gone when there is more again.';
