-- Lists of things that shoppers mean to come back to. A guest's are poured into the account's at the log-in (merge.ts).
create schema wishlists;

create table wishlists.list (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  owner_id uuid not null,                      -- the guest or the person
  is_guest boolean not null,
  kind text not null check (kind in ('wish', 'later')),   -- later: what was set aside from the cart
  name text not null,
  is_default boolean not null,                 -- where a thing goes when no list is named
  share_round int not null default 0 check (share_round >= 0),   -- the link is drawn from it: a new round ends the old link
  share_token_hash bytea unique,               -- null: it is not shared
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  check (kind = 'wish' or is_default)
);
create unique index list_default on wishlists.list (store_id, owner_id, kind) where is_default;
create index list_forgotten on wishlists.list (store_id, updated_at, id) where is_guest;   -- wishlists.purge
create index list_of_owner on wishlists.list (store_id, owner_id, created_at, id);         -- wishlists.lists.list
comment on table wishlists.list is 'Things that a shopper means to come back to, under a name. A guest''s are forgotten a month after they were last touched.';

create table wishlists.item (
  id uuid primary key,
  store_id uuid not null,
  list_id uuid not null,
  product_id uuid not null,
  variant_id uuid,                             -- null: whichever of its variants
  quantity int not null default 1 check (quantity between 1 and 999),
  seen_amount kit.minor check (seen_amount >= 0),   -- what it cost when it was put here; null: nothing was asked for it in that currency
  currency char(3) not null,
  created_at timestamptz(3) not null,
  constraint item_once unique nulls not distinct (list_id, product_id, variant_id),
  foreign key (store_id, list_id) references wishlists.list (store_id, id),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id),
  foreign key (product_id, variant_id) references catalog.variant (product_id, id)
);
create index item_newest on wishlists.item (store_id, list_id, created_at desc, id desc);   -- wishlists.lists.get
create index item_product on wishlists.item (store_id, product_id);
create index item_variant on wishlists.item (store_id, variant_id) where variant_id is not null;
comment on table wishlists.item is 'A thing on a list: a product, or one of its variants.';
