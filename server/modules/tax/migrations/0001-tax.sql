create schema tax;

create table tax.category (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index category_key on tax.category (store_id, key) where archived_at is null;

create table tax.rate (
  id uuid primary key,
  store_id uuid not null,
  category_id uuid not null,
  country char(2) not null,
  region text,
  name text not null,
  rate_basis_points int not null check (rate_basis_points between 0 and 10000),
  starts_on date not null,
  ends_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, category_id) references tax.category (store_id, id),
  check (ends_on is null or ends_on > starts_on)
);
create unique index rate_start on tax.rate (store_id, category_id, country, coalesce(region, ''), starts_on) where archived_at is null;
