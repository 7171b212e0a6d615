-- What the store buys, of whom, for how much, and what of it has come.
create table inventory.supplier (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  name text not null,
  email text,
  lead_days int not null default 0 check (lead_days between 0 and 365),
  note text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index supplier_name on inventory.supplier (store_id, name) where archived_at is null;
create index supplier_by_name on inventory.supplier (store_id, name, id) where archived_at is null;   -- inventory.suppliers.list
comment on table inventory.supplier is 'Whom the store buys of.';

create table inventory.purchase (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  number bigint not null,
  supplier_id uuid not null,
  location_id uuid not null,
  currency char(3) not null,
  state text not null check (state in ('draft', 'ordered', 'receiving', 'closed', 'cancelled')),
  reference text,
  expected_on date,
  over_percent int not null default 0 check (over_percent between 0 and 100),
  note text,
  version int not null default 1,
  ordered_at timestamptz(3),
  ended_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (store_id, number),
  unique (id, currency),
  foreign key (store_id, supplier_id) references inventory.supplier (store_id, id),
  foreign key (store_id, location_id) references inventory.location (store_id, id)
);
create index purchase_newest on inventory.purchase (store_id, created_at desc, id desc);             -- inventory.purchases.list
create index purchase_state on inventory.purchase (store_id, state, created_at desc, id desc);       -- inventory.purchases.list
create index purchase_supplier on inventory.purchase (store_id, supplier_id, created_at desc, id desc);
comment on table inventory.purchase is 'An order of the store to a supplier.';

create table inventory.purchase_line (
  store_id uuid not null,
  purchase_id uuid not null,
  item_id uuid not null,
  currency char(3) not null,
  quantity int not null check (quantity > 0),
  received int not null default 0 check (received >= 0),
  unit_cost_amount kit.minor not null check (unit_cost_amount >= 0),
  expected_on date,
  primary key (purchase_id, item_id),
  foreign key (purchase_id, currency) references inventory.purchase (id, currency),
  foreign key (store_id, purchase_id) references inventory.purchase (store_id, id),
  foreign key (store_id, item_id) references inventory.item (store_id, id)
);
create index purchase_line_item on inventory.purchase_line (item_id);                                -- inventory.expected.list
comment on table inventory.purchase_line is 'How many of a thing are bought, for how much each, when they are expected, and how many have come.';

create table inventory.receipt (
  id uuid primary key,
  store_id uuid not null,
  purchase_id uuid not null,
  reference text,
  note text,
  actor text not null,
  at timestamptz(3) not null,
  unique (store_id, id),
  unique (purchase_id, id),
  foreign key (store_id, purchase_id) references inventory.purchase (store_id, id)
);
create index receipt_newest on inventory.receipt (store_id, at desc, id desc);                       -- inventory.receipts.list
create index receipt_purchase on inventory.receipt (store_id, purchase_id, at desc, id desc);        -- inventory.receipts.list
create trigger receipt_fact before update or delete on inventory.receipt for each row execute function kit.refuse_change();
comment on table inventory.receipt is 'A delivery of a supplier that was counted in; it never changes.';

create table inventory.receipt_line (
  store_id uuid not null,
  receipt_id uuid not null,
  purchase_id uuid not null,
  item_id uuid not null,
  currency char(3) not null,
  quantity int not null check (quantity > 0),
  unit_cost_amount kit.minor not null check (unit_cost_amount >= 0),
  primary key (receipt_id, item_id),
  foreign key (purchase_id, receipt_id) references inventory.receipt (purchase_id, id),
  foreign key (purchase_id, item_id) references inventory.purchase_line (purchase_id, item_id),
  foreign key (purchase_id, currency) references inventory.purchase (id, currency),
  foreign key (store_id, receipt_id) references inventory.receipt (store_id, id)
);
create index receipt_line_item on inventory.receipt_line (item_id);
create trigger receipt_line_fact before update or delete on inventory.receipt_line for each row execute function kit.refuse_change();
comment on table inventory.receipt_line is 'How many of a thing came, and what each of them cost; it never changes.';

-- Any other step is refused, whoever asks.
create function inventory.purchase_step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'draft>ordered', 'draft>cancelled', 'ordered>receiving', 'ordered>closed', 'ordered>cancelled', 'receiving>closed']) then
    raise exception 'a purchase cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'purchase_step';
  end if;
  return new;
end $$;
create trigger purchase_step before update of state on inventory.purchase for each row execute function inventory.purchase_step();
