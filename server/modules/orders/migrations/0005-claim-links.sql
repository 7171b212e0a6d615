-- Links by which a guest proves an address and takes its orders into an account: only their hash is kept, each works once.
create table orders.claim_link (
  token_hash bytea primary key,
  store_id uuid not null references settings.store (id),
  email text not null check (email = lower(email)),
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  used_by uuid,
  foreign key (store_id, used_by) references customers.customer (store_id, id),
  check ((used_at is null) = (used_by is null))
);
create index claim_link_email on orders.claim_link (store_id, email, created_at desc) where used_at is null;  -- who asked just now
create index claim_link_purge on orders.claim_link (expires_at);
create index order_of_guests on orders.order (store_id, lower(email)) where customer_id is null;              -- what a link brings along
