-- Stock is counted per item and location. Variants name the items they are made of, so bundles and
-- personalised lines share stock. The counters are guarded here; the movements say how they came about.
create schema inventory;

create table inventory.location (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,
  country char(2) not null,
  position int not null default 0,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index location_key on inventory.location (store_id, key) where archived_at is null;

create table inventory.item (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  sku text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index item_sku on inventory.item (store_id, sku) where archived_at is null;

create table inventory.variant_item (
  store_id uuid not null,
  variant_id uuid not null,
  item_id uuid not null,
  units int not null default 1 check (units >= 1),
  primary key (variant_id, item_id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id),
  foreign key (store_id, item_id) references inventory.item (store_id, id)
);

create index variant_item_item on inventory.variant_item (item_id);                    -- whose stock changed

create table inventory.level (
  store_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  on_hand int not null default 0,
  reserved int not null default 0,
  safety_stock int not null default 0 check (safety_stock >= 0),
  backorder_limit int not null default 0 check (backorder_limit >= 0),
  version int not null default 1,
  updated_at timestamptz(3) not null,
  primary key (item_id, location_id),
  foreign key (store_id, item_id) references inventory.item (store_id, id),
  foreign key (store_id, location_id) references inventory.location (store_id, id),
  constraint level_on_hand check (on_hand >= 0),
  constraint level_reserved check (reserved >= 0),
  constraint level_covered check (reserved <= on_hand + backorder_limit)
);

create table inventory.movement (
  id uuid primary key,
  store_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  delta int not null check (delta <> 0),
  reason text not null check (reason in ('opening', 'received', 'counted', 'damaged', 'shipped', 'returned', 'corrected')),
  subject_kind text,
  subject_id uuid,
  note text,
  actor text not null,
  cause text not null,
  trace_id text not null,
  at timestamptz(3) not null,
  foreign key (item_id, location_id) references inventory.level (item_id, location_id),
  foreign key (store_id, item_id) references inventory.item (store_id, id)
);
create index movement_item on inventory.movement (store_id, item_id, at desc, id desc);
create index movement_newest on inventory.movement (store_id, at desc, id desc);       -- inventory.movements.list
create trigger movement_fact before update or delete on inventory.movement for each row execute function kit.refuse_change();

create table inventory.reservation (
  id uuid primary key,
  store_id uuid not null,
  holder_kind text not null,
  holder_id uuid not null,
  line_id uuid not null,
  item_id uuid not null,
  location_id uuid not null,
  quantity int not null check (quantity > 0),
  state text not null check (state in ('held', 'confirmed', 'consumed', 'released', 'expired')),
  expires_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  foreign key (item_id, location_id) references inventory.level (item_id, location_id),
  foreign key (store_id, item_id) references inventory.item (store_id, id),
  check (state <> 'held' or expires_at is not null)
);
create index reservation_holder on inventory.reservation (store_id, holder_kind, holder_id);
create index reservation_open on inventory.reservation (item_id, location_id) where state in ('held', 'confirmed');
create index reservation_expiry on inventory.reservation (expires_at) where state = 'held';
