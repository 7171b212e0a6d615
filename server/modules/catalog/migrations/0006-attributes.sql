-- A fact that products of a type have: its kind says in which column the value stands, so that values compare and sort.
create table catalog.attribute (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  kind text not null check (kind in ('text', 'number', 'flag', 'day', 'choice')),
  unit text,                                   -- of numbers, such as ml
  filterable boolean not null default false,   -- shoppers narrow lists by it
  searchable boolean not null default false,   -- its words find the product
  position int not null default 0,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  unique (store_id, id, kind),
  check (unit is null or kind = 'number')
);
create unique index attribute_key on catalog.attribute (store_id, key) where archived_at is null;

-- What an attribute is called in one language.
create table catalog.attribute_text (
  store_id uuid not null,
  attribute_id uuid not null,
  locale text not null,
  name text not null,
  primary key (attribute_id, locale),
  foreign key (store_id, attribute_id) references catalog.attribute (store_id, id)
);

-- What an attribute of the kind choice can be.
create table catalog.attribute_choice (
  id uuid primary key,
  store_id uuid not null,
  attribute_id uuid not null,
  key text not null,
  position int not null default 0,
  unique (store_id, id),
  unique (attribute_id, id),
  unique (attribute_id, key),
  foreign key (store_id, attribute_id) references catalog.attribute (store_id, id)
);

-- What such a choice is called in one language.
create table catalog.attribute_choice_text (
  store_id uuid not null,
  choice_id uuid not null,
  locale text not null,
  name text not null,
  primary key (choice_id, locale),
  foreign key (store_id, choice_id) references catalog.attribute_choice (store_id, id)
);

-- A kind of goods, such as teapots: which attributes its products have, and which of them they must have.
create table catalog.product_type (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,                          -- for staff
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index product_type_key on catalog.product_type (store_id, key) where archived_at is null;

-- Which attributes belong to a type, in their order.
create table catalog.product_type_attribute (
  store_id uuid not null,
  product_type_id uuid not null,
  attribute_id uuid not null,
  required boolean not null,                   -- without it a product is not published
  position int not null default 0,
  primary key (product_type_id, attribute_id),
  foreign key (store_id, product_type_id) references catalog.product_type (store_id, id),
  foreign key (store_id, attribute_id) references catalog.attribute (store_id, id)
);
create index product_type_attribute_used on catalog.product_type_attribute (store_id, attribute_id);

alter table catalog.product
  add column product_type_id uuid,
  add constraint product_of_type foreign key (store_id, product_type_id) references catalog.product_type (store_id, id);
create index product_by_type on catalog.product (store_id, product_type_id) where product_type_id is not null;

-- What a product's attributes are; several rows where several choices hold at once.
create table catalog.product_attribute (
  store_id uuid not null,
  product_id uuid not null,
  attribute_id uuid not null,
  kind text not null,
  position int not null default 0,
  words text,
  thousandths bigint,                          -- of its unit: 0.35 l is 350
  flag boolean,
  day date,
  choice_id uuid,
  primary key (product_id, attribute_id, position),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, attribute_id, kind) references catalog.attribute (store_id, id, kind),
  foreign key (attribute_id, choice_id) references catalog.attribute_choice (attribute_id, id),
  check (position = 0 or kind = 'choice'),
  check (num_nonnulls(words, thousandths, flag, day, choice_id) = 1
    and case kind when 'text' then words is not null when 'number' then thousandths is not null when 'flag' then flag is not null
      when 'day' then day is not null else choice_id is not null end)
);
-- Products by a choice, a range of numbers, a flag or a day.
create index product_attribute_choice on catalog.product_attribute (store_id, choice_id, product_id) where choice_id is not null;
create index product_attribute_number on catalog.product_attribute (store_id, attribute_id, thousandths, product_id) where thousandths is not null;
create index product_attribute_flag on catalog.product_attribute (store_id, attribute_id, flag, product_id) where flag is not null;
create index product_attribute_day on catalog.product_attribute (store_id, attribute_id, day, product_id) where day is not null;
