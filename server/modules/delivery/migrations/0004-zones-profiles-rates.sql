-- Parts of a zone's countries: where a country has some, it is served there alone; `excluded` ones are not served.
create table delivery.zone_area (
  store_id uuid not null,
  zone_id uuid not null,
  position int not null check (position >= 0),
  country char(2) not null,
  region text,
  -- Compared with as many first characters of a postal code, blanks and hyphens left out.
  postal_from text collate "C",
  postal_to text collate "C",
  excluded boolean not null default false,
  primary key (zone_id, position),
  foreign key (store_id, zone_id) references delivery.zone (store_id, id),
  constraint zone_area_narrows check (region is not null or postal_from is not null),
  constraint zone_area_range check ((postal_from is null) = (postal_to is null)
    and length(postal_from) = length(postal_to) and postal_from <= postal_to)
);

-- Goods that are sent in a way of their own: bulky, cold, letters.
create table delivery.profile (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,
  named_only boolean not null default false,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index profile_key on delivery.profile (store_id, key) where archived_at is null;

create table delivery.profile_product (
  store_id uuid not null,
  profile_id uuid not null,
  product_id uuid not null,
  primary key (product_id),
  foreign key (store_id, profile_id) references delivery.profile (store_id, id),
  foreign key (store_id, product_id) references catalog.product (store_id, id)
);
create index profile_product_profile on delivery.profile_product (store_id, profile_id, product_id);  -- delivery.profiles.list counts

create table delivery.size (
  store_id uuid not null,
  variant_id uuid not null,
  length_mm int not null check (length_mm between 1 and 10000),
  width_mm int not null check (width_mm between 1 and 10000),
  height_mm int not null check (height_mm between 1 and 10000),
  primary key (variant_id),
  foreign key (store_id, variant_id) references catalog.variant (store_id, id)
);

alter table delivery.method
  add column combination text not null default 'sum' check (combination in ('sum', 'dearest')),
  add column max_weight_grams bigint check (max_weight_grams > 0),
  add column max_length_mm int check (max_length_mm > 0),
  add column max_volume_ccm bigint check (max_volume_ccm > 0),
  add column max_items int check (max_items > 0);

-- A rate is for the goods of a profile, or for all that have none of their own.
alter table delivery.rate
  drop constraint rate_method_id_currency_key,
  add column profile_id uuid,
  add column measure text not null default 'none' check (measure in ('none', 'weight_grams', 'volume_ccm', 'value', 'items')),
  -- Beyond it the rate does not hold.
  add column up_to bigint check (up_to > 0),
  add constraint rate_measured check (measure <> 'none' or up_to is null),
  add constraint rate_once unique nulls not distinct (method_id, currency, profile_id),
  add unique (store_id, id),
  add foreign key (store_id, profile_id) references delivery.profile (store_id, id);

-- What comes on top of a rate from a measure on: an amount, and another for each step begun beyond.
create table delivery.rate_range (
  store_id uuid not null,
  rate_id uuid not null,
  from_measure bigint not null check (from_measure >= 0),
  amount kit.minor not null check (amount >= 0),
  step bigint check (step > 0),
  step_amount kit.minor check (step_amount >= 0),
  primary key (rate_id, from_measure),
  foreign key (store_id, rate_id) references delivery.rate (store_id, id) on delete cascade,
  constraint rate_range_step check ((step is null) = (step_amount is null))
);

-- When the house works; a store without a row sends on every day and until midnight.
create table delivery.calendar (
  store_id uuid primary key references settings.store (id),
  cutoff_minute int not null default 1440 check (cutoff_minute between 0 and 1440),
  working_days int[] not null default '{1,2,3,4,5,6,7}'
    check (cardinality(working_days) between 1 and 7 and working_days <@ '{1,2,3,4,5,6,7}'),
  version int not null default 1,
  updated_at timestamptz(3) not null
);

create table delivery.holiday (
  store_id uuid not null references settings.store (id),
  day date not null,
  name text not null,
  primary key (store_id, day)
);

comment on table delivery.zone_area is 'A part of a country that a zone serves, or leaves out.';
comment on table delivery.profile is 'Goods that are sent in a way of their own.';
comment on table delivery.profile_product is 'Which profile a product is sent by; without one it goes by the general rates.';
comment on table delivery.size is 'How large one piece of a variant is when it is packed.';
comment on table delivery.rate_range is 'What a rate adds from a weight, volume, value or number of pieces on.';
comment on table delivery.calendar is 'On which days of the week a store sends, and until when an order leaves on its day.';
comment on table delivery.holiday is 'A day on which a store sends nothing.';
