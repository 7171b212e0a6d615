-- What a carrier said a cart would cost to send: one for each carrier, the newest. Where the goods go stands in the cart alone.
create table cart.carrier_quote (
  store_id uuid not null,
  cart_id uuid not null,
  carrier text not null,
  fingerprint text not null,                   -- of what was asked: another address or other goods have another
  rates jsonb check (jsonb_typeof(rates) = 'array'),  -- null: nothing that can be used was said
  asked_at timestamptz(3) not null,
  primary key (cart_id, carrier),
  foreign key (store_id, cart_id) references cart.cart (store_id, id)
);
comment on table cart.carrier_quote is 'What a carrier said to a question about a cart, kept by the question.';
