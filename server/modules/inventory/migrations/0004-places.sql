-- A place may have an address, where goods are picked up, and needs so many days until goods leave it.
alter table inventory.location
  add column lead_days int not null default 0 check (lead_days between 0 and 365),
  add column address jsonb,
  add column version int not null default 1;
