-- What was asked beside the price of a line for bottles and the like. It is a line of its own with its own tax; it goes with the
-- line of goods, and back with it or by itself. Counters it has none: what went back stands in the refunds.
alter table orders.order add column deposit_amount kit.minor not null default 0 check (deposit_amount >= 0),
  drop constraint order_total,
  add constraint order_total check (total_amount = subtotal_amount + deposit_amount + delivery_amount - discount_amount - tax_relief_amount
    + case when prices_include_tax then 0 else tax_amount end);
create trigger order_snapshot_deposit before update of deposit_amount on orders.order for each row
  when (new.deposit_amount is distinct from old.deposit_amount) execute function orders.refuse_snapshot_change();

create table orders.deposit (
  id uuid primary key,
  store_id uuid not null,
  order_id uuid not null,
  line_id uuid not null,
  deposit_id uuid not null,
  currency char(3) not null,
  position int not null,
  name text not null,
  quantity int not null check (quantity > 0),
  unit_amount kit.minor not null check (unit_amount > 0),
  tax_relief_amount kit.minor not null check (tax_relief_amount >= 0),
  total_amount kit.minor not null,
  tax_name text not null,
  tax_rate_basis_points int not null,
  tax_amount kit.minor not null check (tax_amount >= 0),
  tax_parts jsonb not null,
  unique (store_id, id),
  unique (order_id, id),
  foreign key (store_id, order_id) references orders.order (store_id, id),
  foreign key (order_id, currency) references orders.order (id, currency),
  foreign key (order_id, line_id) references orders.line (order_id, id),
  foreign key (store_id, deposit_id) references pricing.deposit (store_id, id),
  constraint deposit_total check (total_amount = quantity * unit_amount - tax_relief_amount)
);
create trigger deposit_snapshot before update or delete on orders.deposit for each row execute function orders.refuse_snapshot_change();
comment on table orders.deposit is 'What was asked for the bottles of a line of an order.';

-- A part of a refund is of a line, of a deposit, or of the delivery where neither is named.
alter table orders.refund_part add column deposit_id uuid,
  add foreign key (order_id, deposit_id) references orders.deposit (order_id, id),
  add constraint refund_part_of_one check (line_id is null or deposit_id is null),
  drop constraint refund_part_refund_id_line_id_key,
  add constraint refund_part_once unique nulls not distinct (refund_id, line_id, deposit_id);
