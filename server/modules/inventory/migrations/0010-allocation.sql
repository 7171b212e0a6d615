-- By which rule the goods of an order are taken from places: of the store, and of channels that want another.
create table inventory.allocation (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  channel_id uuid,                             -- null: all channels that have none of their own
  strategy text not null,                      -- a key of the port inventory.allocationStrategy
  version int not null default 1,
  updated_at timestamptz(3) not null,
  foreign key (store_id, channel_id) references settings.channel (store_id, id),
  constraint allocation_once unique nulls not distinct (store_id, channel_id)
);
comment on table inventory.allocation is 'By which rule the goods of an order are taken from places.';
