-- A bundle in a cart is its parts, each a line of its own that belongs to it.
create table cart.bundle (
  id uuid primary key,
  store_id uuid not null,
  cart_id uuid not null,
  variant_id uuid not null,
  choice text not null,                        -- what was chosen into it: the same once more raises the quantity
  bundle_version int not null,                 -- as it was made up then
  quantity int not null check (quantity between 1 and 999),
  seen_amount kit.minor not null,              -- the price of one when last shown, to tell of a change
  created_at timestamptz(3) not null,
  unique (store_id, id),
  unique (cart_id, id),
  constraint bundle_once unique (cart_id, variant_id, choice),
  foreign key (store_id, cart_id) references cart.cart (store_id, id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id)
);
comment on table cart.bundle is 'So many of a bundle in a cart; its parts are lines.';

alter table cart.line add column bundle_id uuid,
  add foreign key (cart_id, bundle_id) references cart.bundle (cart_id, id),
  drop constraint line_once,
  add constraint line_once unique nulls not distinct (cart_id, variant_id, custom, bundle_id);
create index line_bundle on cart.line (bundle_id) where bundle_id is not null;
