-- A bundle is a variant that stands for others: parts that are always in it, and groups from which the buyer chooses.
create table catalog.bundle (
  variant_id uuid primary key,
  store_id uuid not null,
  price text not null check (price in ('own', 'sum')),
  reduction_basis_points int not null default 0,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, variant_id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id),
  constraint bundle_reduction check (reduction_basis_points between 0 and case when price = 'sum' then 10000 else 0 end)
);

create table catalog.bundle_group (
  id uuid primary key,
  store_id uuid not null,
  variant_id uuid not null,
  position int not null,
  minimum int not null check (minimum between 0 and 20),
  maximum int not null check (maximum between 1 and 20),
  unique (store_id, id),
  unique (variant_id, id),
  foreign key (store_id, variant_id) references catalog.bundle (store_id, variant_id),
  constraint bundle_group_choice check (minimum <= maximum)
);
create index bundle_group_of on catalog.bundle_group (variant_id, position);

create table catalog.bundle_group_text (
  store_id uuid not null,
  group_id uuid not null,
  locale text not null,
  name text not null,
  primary key (group_id, locale),
  foreign key (store_id, group_id) references catalog.bundle_group (store_id, id)
);

create table catalog.bundle_part (
  store_id uuid not null,
  variant_id uuid not null,
  group_id uuid,                               -- none: always in it
  part_variant_id uuid not null,
  quantity int not null check (quantity between 1 and 99),
  position int not null,
  constraint bundle_part_once unique nulls not distinct (variant_id, group_id, part_variant_id),
  foreign key (store_id, variant_id) references catalog.bundle (store_id, variant_id),
  foreign key (variant_id, group_id) references catalog.bundle_group (variant_id, id),
  foreign key (store_id, part_variant_id) references catalog.variant (store_id, id),
  constraint bundle_part_other check (part_variant_id <> variant_id),
  constraint bundle_part_choice check (group_id is null or quantity = 1)
);
create index bundle_part_in on catalog.bundle_part (part_variant_id);                 -- which bundles a part is in

-- Whether any of its variants is a bundle: the product page asks for what is inside only then.
alter table catalog.product add column is_bundle boolean not null default false;

comment on table catalog.bundle is 'A variant that is sold as several others, and how its price comes about.';
comment on table catalog.bundle_group is 'Of a bundle, a choice that its buyer makes: so many of these.';
comment on table catalog.bundle_group_text is 'What a choice in a bundle is called.';
comment on table catalog.bundle_part is 'What is in a bundle, or may be chosen into it.';
