-- What a buyer was told of pieces that were not there when they ordered: a fact, as the price is.
create table orders.promise (
  store_id uuid not null,
  order_id uuid not null,
  line_id uuid primary key,
  kind text not null check (kind in ('pre_order', 'back_order')),
  quantity int not null check (quantity > 0),
  ships_on date,                               -- null: nobody knew yet
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, line_id) references orders.line (order_id, id)
);
create index promise_order on orders.promise (order_id);
create trigger promise_snapshot before update or delete on orders.promise for each row execute function orders.refuse_snapshot_change();
comment on table orders.promise is 'What a buyer was told of pieces of a line that were not there yet.';
