-- What may be sold before it is there (backorder_limit of its levels) may be a pre-order, and may have a day from which it leaves.
alter table inventory.item
  add column pre_order boolean not null default false,
  add column ships_on date,
  add column version int not null default 1,
  add constraint item_pre_order check (not pre_order or ships_on is not null);

-- Read whole into memory: what may be sold ahead.
create index level_ahead on inventory.level (store_id, item_id) where backorder_limit > 0;
