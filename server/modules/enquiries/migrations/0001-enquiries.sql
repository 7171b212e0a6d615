create schema enquiries;

create table enquiries.enquiry (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  order_id uuid,                                -- what it is about, if it is about an order
  name text not null,
  email text not null,
  locale text not null,
  subject text not null,
  body text not null,
  created_at timestamptz(3) not null,
  unique (store_id, id),
  foreign key (store_id, order_id) references orders.order (store_id, id)
);
comment on table enquiries.enquiry is 'What people wrote to the shop: of an order, or of anything. Answers go by mail.';
create index enquiry_newest on enquiries.enquiry (store_id, created_at desc, id desc);             -- enquiries.admin.list, enquiries.purge
create index enquiry_order on enquiries.enquiry (store_id, order_id, created_at desc, id desc);    -- of one order
