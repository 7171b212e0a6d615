create schema pricing;

create table pricing.list (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,
  priority int not null default 0,
  starts_at timestamptz(3),
  ends_at timestamptz(3),
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index list_key on pricing.list (store_id, key) where archived_at is null;

create table pricing.price (
  id uuid primary key,
  store_id uuid not null,
  list_id uuid not null,
  variant_id uuid not null,
  currency char(3) not null,
  min_quantity int not null default 1 check (min_quantity >= 1),
  amount kit.minor not null check (amount >= 0),
  compare_at_amount kit.minor check (compare_at_amount > amount),
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  foreign key (store_id, list_id) references pricing.list (store_id, id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id)
);
-- The one price that holds; also serves the list and product page.
create unique index price_key on pricing.price (variant_id, currency, list_id, min_quantity) include (amount, compare_at_amount);

-- Every price that ever held, for the lowest price of 30 days.
create table pricing.price_history (
  id uuid primary key,
  store_id uuid not null,
  price_id uuid not null,
  variant_id uuid not null,
  currency char(3) not null,
  amount kit.minor not null,
  compare_at_amount kit.minor,
  actor text not null,
  cause text not null,
  trace_id text not null,
  at timestamptz(3) not null,
  foreign key (store_id, variant_id) references catalog.variant (store_id, id)
);
create index price_history_variant on pricing.price_history (store_id, variant_id, currency, at desc);
create trigger price_history_fact before update or delete on pricing.price_history for each row execute function kit.refuse_change();
