-- What a refund gives back, and of which part of the order: of a line, or of the delivery where none is named.
-- The money itself is the row in payments.refund; what stands here counts until that one has failed.
create table orders.refund_part (
  store_id uuid not null,
  order_id uuid not null,
  refund_id uuid not null,
  position int not null,
  line_id uuid,
  currency char(3) not null,
  quantity int not null check (quantity >= 0),   -- 0: a sum of money, no pieces
  amount kit.minor not null check (amount >= 0), -- as the buyer paid it, with its tax
  tax_amount kit.minor not null,
  restock text not null check (restock in ('none', 'cancel', 'return')),
  location_id uuid,                              -- where returned goods were put
  primary key (refund_id, position),
  unique nulls not distinct (refund_id, line_id),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, currency) references orders.order (id, currency),
  foreign key (order_id, line_id) references orders.line (order_id, id),
  foreign key (store_id, refund_id) references payments.refund (store_id, id),
  foreign key (store_id, location_id) references inventory.location (store_id, id),
  constraint refund_part_tax check (tax_amount between 0 and amount),
  constraint refund_part_restock check (restock = 'none' or (quantity > 0 and line_id is not null)),
  constraint refund_part_location check (location_id is null or restock = 'return')
);
create index refund_part_order on orders.refund_part (order_id);
create trigger refund_part_fact before update or delete on orders.refund_part for each row execute function kit.refuse_change();
