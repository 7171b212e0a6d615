-- What a guest or a member looked at last: so many products, for so long (viewed/viewed.ts).
create table browse.viewed (
  store_id uuid not null,
  viewer_id uuid not null,                     -- the guest or the person
  product_id uuid not null,
  seen_at timestamptz(3) not null,
  primary key (store_id, viewer_id, product_id),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create index viewed_newest on browse.viewed (store_id, viewer_id, seen_at desc, product_id desc);
create index viewed_forgotten on browse.viewed (store_id, seen_at);
comment on table browse.viewed is 'What a shopper looked at last; theirs alone, few, and forgotten after a month.';
