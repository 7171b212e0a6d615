-- Money for what is brought back: a bottle, a crate. It stands beside the price, and no reduction touches it.
create table pricing.deposit (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  tax_category_id uuid,                        -- null: that of the goods it goes with
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, tax_category_id) references tax.category (store_id, id)
);
create unique index deposit_key on pricing.deposit (store_id, key) where archived_at is null;
comment on table pricing.deposit is 'Money for what is brought back, such as a bottle.';

create table pricing.deposit_text (
  store_id uuid not null,
  deposit_id uuid not null,
  locale text not null,
  name text not null,
  primary key (deposit_id, locale),
  foreign key (store_id, deposit_id) references pricing.deposit (store_id, id)
);
comment on table pricing.deposit_text is 'What a deposit is called in a language.';

create table pricing.deposit_price (
  store_id uuid not null,
  deposit_id uuid not null,
  currency char(3) not null,
  amount kit.minor not null check (amount > 0),
  primary key (deposit_id, currency),
  foreign key (store_id, deposit_id) references pricing.deposit (store_id, id)
);
comment on table pricing.deposit_price is 'How much a deposit is in a currency; where it has none, none is asked.';

create table pricing.variant_deposit (
  store_id uuid not null,
  variant_id uuid not null,
  deposit_id uuid not null,
  count int not null check (count between 1 and 999),   -- in one of the variant: 20 bottles in a crate
  primary key (variant_id, deposit_id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id),
  foreign key (store_id, deposit_id) references pricing.deposit (store_id, id)
);
create index variant_deposit_of on pricing.variant_deposit (deposit_id);
comment on table pricing.variant_deposit is 'Which deposits are asked for one of a variant, and how many of each.';
