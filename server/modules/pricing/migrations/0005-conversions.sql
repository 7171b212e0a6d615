-- Prices that nobody sets: those of the store's own currency, by rate. They stand among the others, so that nothing else has to
-- know of rates, and have a history like them.
create table pricing.conversion (
  store_id uuid not null references settings.store (id),
  currency char(3) not null,                   -- to; from is the store's own
  rate_billionths bigint not null check (rate_billionths > 0),
  rounding text not null check (rounding in ('nearest', 'up', 'down')),
  step int not null check (step between 1 and 1000000),   -- minor units of this currency
  after_id uuid,                               -- the variant up to which prices have been derived anew; null: all of them
  ending boolean not null default false,       -- taken away: its prices are being taken away too
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  primary key (store_id, currency)
);
comment on table pricing.conversion is 'How prices of the store''s own currency become those of another one.';
alter table pricing.price add column derived boolean not null default false;
