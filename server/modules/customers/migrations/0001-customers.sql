-- A customer is a person of this store who buys; the id is the person's.
create schema customers;

create table customers.customer (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  phone text,
  marketing boolean not null default false,
  custom jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, id) references identity.person (store_id, id)
);

create index customer_newest on customers.customer (store_id, created_at desc, id desc);     -- customers.list

create table customers.address (
  id uuid primary key,
  store_id uuid not null,
  customer_id uuid not null,
  name text not null,
  company text,
  line1 text not null,
  line2 text,
  postal_code text not null,
  city text not null,
  region text,
  country char(2) not null,
  phone text,
  is_default boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id)
);
create index address_customer on customers.address (store_id, customer_id) where archived_at is null;
create unique index address_default on customers.address (store_id, customer_id) where is_default and archived_at is null;

create table customers.customer_group (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index customer_group_key on customers.customer_group (store_id, key) where archived_at is null;

create table customers.group_member (
  store_id uuid not null,
  group_id uuid not null,
  customer_id uuid not null,
  primary key (group_id, customer_id),
  foreign key (store_id, group_id) references customers.customer_group (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id)
);
