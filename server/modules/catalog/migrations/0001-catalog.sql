create schema catalog;

create table catalog.product (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  tax_category_id uuid not null,
  state text not null check (state in ('draft', 'published')),
  shippable boolean not null default true,
  position int not null default 0,
  featured boolean not null default false,
  custom jsonb not null default '{}',
  version int not null default 1,
  published_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, tax_category_id) references tax.category (store_id, id)
);
create index product_listed on catalog.product (store_id, position, id) where state = 'published' and archived_at is null;
create index product_newest on catalog.product (store_id, published_at desc, id desc) where state = 'published' and archived_at is null;
create index product_staff on catalog.product (store_id, updated_at desc, id desc);

create table catalog.product_text (
  store_id uuid not null,
  product_id uuid not null,
  locale text not null,
  name text not null,
  slug text not null,
  subtitle text,
  description text not null default '',
  facts jsonb not null default '[]',
  live boolean not null default true,          -- false once the product is archived; the slug is free again
  primary key (product_id, locale),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create unique index product_text_slug on catalog.product_text (store_id, locale, slug) where live;
create index product_text_name on catalog.product_text (store_id, locale, lower(name) text_pattern_ops, product_id);   -- sort and prefix by name

-- Old slugs lead to the product that had them last.
create table catalog.slug_history (
  store_id uuid not null,
  locale text not null,
  slug text not null,
  product_id uuid not null,
  replaced_at timestamptz(3) not null,
  primary key (store_id, locale, slug),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);

create table catalog.category (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  parent_id uuid,
  position int not null default 0,
  custom jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, parent_id) references catalog.category (store_id, id),
  check (parent_id <> id)
);
create index category_parent on catalog.category (store_id, parent_id, position);

create table catalog.category_text (
  store_id uuid not null,
  category_id uuid not null,
  locale text not null,
  name text not null,
  slug text not null,
  description text not null default '',
  live boolean not null default true,
  primary key (category_id, locale),
  foreign key (store_id, category_id) references catalog.category (store_id, id)
);
create unique index category_text_slug on catalog.category_text (store_id, locale, slug) where live;

create table catalog.product_category (
  store_id uuid not null,
  product_id uuid not null,
  category_id uuid not null,
  position int not null default 0,
  primary key (product_id, category_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, category_id) references catalog.category (store_id, id)
);
create index product_category_listed on catalog.product_category (store_id, category_id, position, product_id);

-- Options and values are shared, so "red" is one value over all products.
create table catalog.option (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  position int not null default 0,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index option_key on catalog.option (store_id, key) where archived_at is null;

create table catalog.option_text (
  store_id uuid not null,
  option_id uuid not null,
  locale text not null,
  name text not null,
  primary key (option_id, locale),
  foreign key (store_id, option_id) references catalog.option (store_id, id)
);

create table catalog.option_value (
  id uuid primary key,
  store_id uuid not null,
  option_id uuid not null,
  key text not null,
  swatch text check (swatch ~ '^#[0-9a-f]{6}$'),
  position int not null default 0,
  unique (store_id, id),
  unique (option_id, id),
  unique (option_id, key),
  foreign key (store_id, option_id) references catalog.option (store_id, id)
);

create table catalog.option_value_text (
  store_id uuid not null,
  value_id uuid not null,
  locale text not null,
  name text not null,
  primary key (value_id, locale),
  foreign key (store_id, value_id) references catalog.option_value (store_id, id)
);

create table catalog.product_option (
  store_id uuid not null,
  product_id uuid not null,
  option_id uuid not null,
  position int not null default 0,
  primary key (product_id, option_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, option_id) references catalog.option (store_id, id)
);

create table catalog.variant (
  id uuid primary key,
  store_id uuid not null,
  product_id uuid not null,
  sku text not null,
  position int not null default 0,
  weight_grams int not null default 0 check (weight_grams >= 0),
  custom jsonb not null default '{}',
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  unique (product_id, id),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create unique index variant_sku on catalog.variant (store_id, sku) where archived_at is null;
create index variant_product on catalog.variant (product_id, position, id) where archived_at is null;

create table catalog.variant_value (
  store_id uuid not null,
  product_id uuid not null,
  variant_id uuid not null,
  option_id uuid not null,
  value_id uuid not null,
  primary key (variant_id, option_id),
  foreign key (product_id, variant_id) references catalog.variant (product_id, id),
  foreign key (product_id, option_id) references catalog.product_option (product_id, option_id),
  foreign key (option_id, value_id) references catalog.option_value (option_id, id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id)
);

create table catalog.product_media (
  id uuid primary key,
  store_id uuid not null,
  product_id uuid not null,
  variant_id uuid,
  file_id uuid not null,
  position int not null default 0,
  unique (store_id, id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (product_id, variant_id) references catalog.variant (product_id, id),
  foreign key (store_id, file_id) references media.file (store_id, id)
);
create index product_media_product on catalog.product_media (product_id, position, id);

create table catalog.product_media_text (
  store_id uuid not null,
  product_media_id uuid not null,
  locale text not null,
  alt text not null,
  primary key (product_media_id, locale),
  foreign key (store_id, product_media_id) references catalog.product_media (store_id, id) on delete cascade
);
