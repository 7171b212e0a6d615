-- Products shown together across categories: picked by hand, or all that a rule finds.
create table catalog.collection (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  kind text not null check (kind in ('manual', 'rule')),
  matching text not null default 'all' check (matching in ('all', 'any')),   -- of the conditions
  position int not null default 0,
  fill_after uuid,                             -- the rule is being asked for every product, up to this one; null: it was
  custom jsonb not null default '{}',
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  check (fill_after is null or kind = 'rule')
);
create index collection_listed on catalog.collection (store_id, position, id) where archived_at is null;
create index collection_to_fill on catalog.collection (store_id, id) where fill_after is not null;

-- Name and address of a collection in one language.
create table catalog.collection_text (
  store_id uuid not null,
  collection_id uuid not null,
  locale text not null,
  name text not null,
  slug text not null,
  description text not null default '',
  live boolean not null default true,
  primary key (collection_id, locale),
  foreign key (store_id, collection_id) references catalog.collection (store_id, id)
);
create unique index collection_text_slug on catalog.collection_text (store_id, locale, slug) where live;

-- Old slugs of collections lead to the collection that had them last.
create table catalog.collection_slug_history (
  store_id uuid not null,
  locale text not null,
  slug text not null,
  collection_id uuid not null,
  replaced_at timestamptz(3) not null,
  primary key (store_id, locale, slug),
  foreign key (store_id, collection_id) references catalog.collection (store_id, id)
);

-- What a rule asks of a product. Subject is what it is about, the store where it is about nothing more, so that one
-- index tells which conditions a fact of a product can fulfil, and no other collection is looked at.
create table catalog.collection_condition (
  store_id uuid not null,
  collection_id uuid not null,
  position int not null,
  kind text not null check (kind in ('every', 'featured', 'category', 'type', 'choice', 'option_value', 'number', 'flag')),
  category_id uuid,
  product_type_id uuid,
  attribute_id uuid,
  choice_id uuid,
  value_id uuid,
  lowest bigint,                               -- of a number, in thousandths
  highest bigint,
  flag boolean,
  subject_id uuid not null generated always as (coalesce(category_id, product_type_id, choice_id, value_id, attribute_id, store_id)) stored,
  primary key (collection_id, position),
  foreign key (store_id, collection_id) references catalog.collection (store_id, id),
  foreign key (store_id, category_id) references catalog.category (store_id, id),
  foreign key (store_id, product_type_id) references catalog.product_type (store_id, id),
  foreign key (store_id, attribute_id) references catalog.attribute (store_id, id),
  foreign key (store_id, choice_id) references catalog.attribute_choice (store_id, id),
  foreign key (store_id, value_id) references catalog.option_value (store_id, id),
  check (num_nonnulls(category_id, product_type_id, attribute_id, choice_id, value_id) = case when kind in ('every', 'featured') then 0 else 1 end),
  check (case kind when 'category' then category_id is not null when 'type' then product_type_id is not null when 'choice' then choice_id is not null
    when 'option_value' then value_id is not null when 'number' then attribute_id is not null and num_nonnulls(lowest, highest) > 0
    when 'flag' then attribute_id is not null and flag is not null else true end)
);
create index collection_condition_subject on catalog.collection_condition (store_id, kind, subject_id);

-- Which product is in which collection: in the order of who picked them, else in the products' own.
create table catalog.collection_product (
  store_id uuid not null,
  collection_id uuid not null,
  product_id uuid not null,
  position int not null default 0,
  primary key (collection_id, product_id),
  foreign key (store_id, collection_id) references catalog.collection (store_id, id),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create index collection_product_listed on catalog.collection_product (store_id, collection_id, position, product_id);
create index collection_product_of on catalog.collection_product (store_id, product_id);
