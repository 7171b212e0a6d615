-- What was taken off an order, by name, as it was when it was placed. Spread over lines (discount_amount) and delivery to the last unit.
create table orders.discount (
  store_id uuid not null,
  order_id uuid not null,
  position int not null,
  promotion_id uuid not null,
  code text,
  name text not null,
  currency char(3) not null,
  amount kit.minor not null check (amount > 0),
  primary key (order_id, position),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, currency) references orders.order (id, currency),
  foreign key (store_id, promotion_id) references promotions.promotion (store_id, id)
);
create index discount_promotion on orders.discount (promotion_id);
create trigger discount_snapshot before update or delete on orders.discount for each row execute function orders.refuse_snapshot_change();
comment on table orders.discount is 'A promotion that made an order cheaper, and by how much.';

alter table orders.order add column delivery_discount_amount kit.minor not null default 0
  check (delivery_discount_amount between 0 and delivery_amount);
create trigger order_snapshot_discount before update of delivery_discount_amount on orders.order for each row
  when (new.delivery_discount_amount is distinct from old.delivery_discount_amount) execute function orders.refuse_snapshot_change();
