create schema delivery;

create table delivery.zone (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,
  countries text[] not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index zone_key on delivery.zone (store_id, key) where archived_at is null;

create table delivery.method (
  id uuid primary key,
  store_id uuid not null,
  zone_id uuid not null,
  key text not null,
  tax_category_id uuid not null,
  min_days int not null check (min_days >= 0),
  max_days int not null check (max_days >= min_days),
  position int not null default 0,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, zone_id) references delivery.zone (store_id, id),
  foreign key (store_id, tax_category_id) references tax.category (store_id, id)
);
create unique index method_key on delivery.method (store_id, zone_id, key) where archived_at is null;

create table delivery.method_text (
  store_id uuid not null,
  method_id uuid not null,
  locale text not null,
  name text not null,
  description text not null default '',
  primary key (method_id, locale),
  foreign key (store_id, method_id) references delivery.method (store_id, id)
);

create table delivery.rate (
  id uuid primary key,
  store_id uuid not null,
  method_id uuid not null,
  currency char(3) not null,
  amount kit.minor not null check (amount >= 0),
  free_from_amount kit.minor check (free_from_amount >= 0),
  unique (method_id, currency),
  foreign key (store_id, method_id) references delivery.method (store_id, id)
);
