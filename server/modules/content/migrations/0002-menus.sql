create table content.menu (
  store_id uuid not null references settings.store (id),
  key text not null check (key in ('header', 'footer')),
  items jsonb not null,
  file_ids uuid[] not null,                    -- what its items name, as with revisions
  product_ids uuid[] not null,
  category_ids uuid[] not null,
  collection_ids uuid[] not null,
  document_ids uuid[] not null,
  version int not null default 1,
  updated_at timestamptz(3) not null,
  primary key (store_id, key)
);
comment on table content.menu is 'The ways into the shop at the head and the foot of each page; without one, its categories.';
