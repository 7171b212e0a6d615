-- The codes a shopper has entered; what they take off is worked out anew on every look.
create table cart.code (
  store_id uuid not null,
  cart_id uuid not null,
  code_id uuid not null,
  created_at timestamptz(3) not null,
  primary key (cart_id, code_id),
  foreign key (store_id, cart_id) references cart.cart (store_id, id) on delete cascade,
  foreign key (store_id, code_id) references promotions.code (store_id, id)
);
comment on table cart.code is 'A code for a promotion that was entered for a cart.';
