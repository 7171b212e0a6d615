-- What staff want shown beside a product, and as what.
create table catalog.related_product (
  store_id uuid not null,
  product_id uuid not null,
  related_id uuid not null,
  kind text not null check (kind in ('accessory', 'alternative', 'related')),
  position int not null,
  primary key (product_id, kind, related_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, related_id) references catalog.product (store_id, id),
  check (product_id <> related_id)
);
create index related_product_to on catalog.related_product (store_id, related_id);

-- In how many orders two products were together; each pair stands here in both directions.
create table catalog.bought_together (
  store_id uuid not null,
  product_id uuid not null,
  other_id uuid not null,
  orders int not null check (orders > 0),
  last_at timestamptz(3) not null,             -- when the last of them was confirmed
  primary key (product_id, other_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, other_id) references catalog.product (store_id, id)
);
create index bought_together_most on catalog.bought_together (store_id, product_id, orders desc, other_id);
create index bought_together_forgotten on catalog.bought_together (store_id, last_at);

-- Up to which order they were counted, in the order in which orders are confirmed.
create table catalog.counted_together (
  store_id uuid primary key references settings.store (id),
  confirmed_at timestamptz(3) not null,
  order_id uuid not null,
  updated_at timestamptz(3) not null
);
comment on table catalog.related_product is 'What staff want shown beside a product, and as what.';
comment on table catalog.bought_together is 'In how many orders two products were together.';
comment on table catalog.counted_together is 'Up to which order it was counted what is bought together.';
