-- Businesses that buy: what is for a company is for whoever belongs to it.
create table customers.company (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  name text not null,
  tax_id text,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
comment on table customers.company is 'A business that buys, by the people who belong to it.';
create unique index company_tax_id on customers.company (store_id, tax_id) where archived_at is null;
create index company_name on customers.company (store_id, name, id) where archived_at is null;  -- customers.companies.list

create table customers.company_member (
  store_id uuid not null,
  company_id uuid not null,
  customer_id uuid not null,
  primary key (company_id, customer_id),
  foreign key (store_id, company_id) references customers.company (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id)
);
comment on table customers.company_member is 'Who buys for a company.';
create index company_member_customer on customers.company_member (customer_id, company_id);
