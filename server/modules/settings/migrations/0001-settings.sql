-- A store is a tenant: its own data, staff and domain. Channels and markets are rows used in assignments.
create schema settings;

create table settings.store (
  id uuid primary key,
  code text not null unique,
  name text not null,
  email text not null,
  currency char(3) not null,
  locale text not null,
  country char(2) not null,
  time_zone text not null,
  domains text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null
);

create table settings.channel (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  code text not null,
  name text not null,
  hold_minutes int not null default 15 check (hold_minutes between 1 and 1440),
  hold_on_checkout boolean not null default false,
  gapless_numbers boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index channel_code on settings.channel (store_id, code) where archived_at is null;

create table settings.market (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  code text not null,
  name text not null,
  currency char(3) not null,
  countries text[] not null,
  prices_include_tax boolean not null,
  tax_rounding text not null check (tax_rounding in ('line', 'total')),
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index market_code on settings.market (store_id, code) where archived_at is null;

create table settings.locale (
  store_id uuid not null references settings.store (id),
  code text not null,
  fallback text,
  position int not null,
  primary key (store_id, code)
);

create table settings.currency (
  store_id uuid not null references settings.store (id),
  code char(3) not null,
  position int not null,
  primary key (store_id, code)
);
