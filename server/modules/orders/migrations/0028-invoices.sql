-- Who sells, as it stands on invoices; without it there are none. Of orders that were confirmed since `invoices_from` each
-- gets one; what was confirmed before has its own already.
alter table orders.setting
  add column seller jsonb,
  add column invoice_prefix text not null default '' check (length(invoice_prefix) <= 12),
  add column invoices_from timestamptz(3),
  add constraint setting_seller check ((seller is null) = (invoices_from is null));

create table orders.invoice (
  id uuid primary key,
  store_id uuid not null,
  order_id uuid not null unique,
  year int not null check (year between 2000 and 9999),  -- of the store's own day on which it was made
  number int not null check (number > 0),       -- 1, 2, 3, ... in each year
  prefix text not null,
  seller jsonb not null,
  buyer jsonb not null,
  total_amount kit.minor not null check (total_amount >= 0),
  currency char(3) not null,
  issued_at timestamptz(3) not null,
  unique (store_id, id),
  unique (store_id, year, number),
  foreign key (store_id, order_id) references orders.order (store_id, id)
);
comment on table orders.invoice is 'Invoices: numbered without gaps in each year, with who sold and who bought as they were then; what was sold the order keeps.';
create trigger invoice_fact before update or delete on orders.invoice for each row execute function kit.refuse_change();
create index order_confirmed on orders.order (store_id, confirmed_at, id) where confirmed_at is not null;  -- orders.issueInvoices
