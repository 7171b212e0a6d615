-- What was in a cart when its owner made a link to it. Nothing of whose it was.
create table cart.shared (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  token_hash bytea not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  unique (store_id, id),
  unique (store_id, token_hash)
);
comment on table cart.shared is 'What was in a cart when its owner made a link to it; nothing of whose it was.';
create index shared_expiry on cart.shared (store_id, expires_at);

create table cart.shared_item (
  store_id uuid not null,
  shared_id uuid not null,
  position int not null,
  variant_id uuid not null,
  quantity int not null check (quantity between 1 and 9999),
  choice text,                                 -- of a bundle: what was chosen into it; null: it is none
  primary key (shared_id, position),
  foreign key (store_id, shared_id) references cart.shared (store_id, id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id)
);
comment on table cart.shared_item is 'A thing or a bundle behind a link to a cart.';

-- What becomes of one thing that lies in both carts at a log-in.
alter table cart.setting add column merge_rule text not null default 'sum' check (merge_rule in ('sum', 'larger', 'newest'));
