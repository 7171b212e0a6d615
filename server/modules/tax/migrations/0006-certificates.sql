-- What exempts a customer, or whoever buys for a company: in a region, from a day to a day.
create table tax.certificate (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  customer_id uuid,
  company_id uuid,
  kind text not null check (kind in ('resale', 'government', 'charity', 'education', 'agriculture', 'diplomatic', 'other')),
  number text not null,
  country char(2) not null,
  region text,
  valid_from date not null,
  valid_to date,                               -- the last day; null: until it is taken back
  file_id uuid,                                -- the paper, private
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, customer_id) references customers.customer (store_id, id),
  foreign key (store_id, company_id) references customers.company (store_id, id),
  foreign key (store_id, file_id) references media.file (store_id, id),
  constraint certificate_holder check (num_nonnulls(customer_id, company_id) = 1),
  constraint certificate_time check (valid_to >= valid_from)
);
comment on table tax.certificate is 'A paper by which a customer or a company buys without tax in a place, for a time.';
create index certificate_customer on tax.certificate (store_id, customer_id, id) where archived_at is null;   -- with each cart of a member
create index certificate_company on tax.certificate (store_id, company_id, id) where archived_at is null;
create index certificate_end on tax.certificate (store_id, (coalesce(valid_to, 'infinity'::date)), id) where archived_at is null;  -- tax.certificates.list
