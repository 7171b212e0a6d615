-- Items of which it matters which pieces they are: by lots with a day after which they are not sold, or piece by piece.
-- Of an item that is not tracked there is nothing here, and its sales read nothing of this.
alter table inventory.item add column tracking text not null default 'none' check (tracking in ('none', 'lot', 'serial'));

create table inventory.lot (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  item_id uuid not null,
  code text not null,
  single boolean not null,
  expires_on date,
  on_hand int not null default 0 check (on_hand >= 0),
  recalled_at timestamptz(3),
  recall_reason text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (item_id, code),
  foreign key (store_id, item_id) references inventory.item (store_id, id),
  constraint lot_single check (not single or on_hand <= 1)
);
-- inventory.lots.list, with those of which nothing is left and without
create index lot_expiry on inventory.lot (store_id, (coalesce(expires_on, date '9999-12-31')), id);
create index lot_expiry_there on inventory.lot (store_id, (coalesce(expires_on, date '9999-12-31')), id) where on_hand > 0;
create index lot_item on inventory.lot (store_id, item_id, (coalesce(expires_on, date '9999-12-31')), id);
create index lot_recalled on inventory.lot (store_id) where recalled_at is not null and on_hand > 0;    -- inventory.clearLots
comment on table inventory.lot is 'Pieces of an item that were made together, or one piece with a number of its own.';

create table inventory.lot_level (
  store_id uuid not null,
  lot_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  on_hand int not null check (on_hand >= 0),
  primary key (lot_id, location_id),
  foreign key (store_id, lot_id) references inventory.lot (store_id, id),
  foreign key (item_id, location_id) references inventory.level (item_id, location_id),
  foreign key (store_id, location_id) references inventory.location (store_id, id)
);
create index lot_level_there on inventory.lot_level (item_id, location_id) where on_hand > 0;           -- which goes first
comment on table inventory.lot_level is 'How many pieces of a lot lie at a place.';

create table inventory.lot_movement (
  store_id uuid not null,
  movement_id uuid not null references inventory.movement (id),
  lot_id uuid not null,
  delta int not null check (delta <> 0),
  primary key (movement_id, lot_id),
  foreign key (store_id, lot_id) references inventory.lot (store_id, id)
);
create index lot_movement_lot on inventory.lot_movement (lot_id, movement_id);                          -- orders.admin.recall
create trigger lot_movement_fact before update or delete on inventory.lot_movement for each row execute function kit.refuse_change();
comment on table inventory.lot_movement is 'Of which lots the pieces of a movement are; it never changes itself.';
-- What left for an order or a transfer, when it comes back.
create index movement_subject on inventory.movement (store_id, subject_kind, subject_id) where subject_id is not null;
