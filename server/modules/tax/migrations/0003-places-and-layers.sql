-- Where a rate holds, down to postal codes, and which rates hold at once: of each layer the narrowest place's one.
alter table tax.rate add column postal_from text;             -- a range of beginnings of postal codes; both ends are in it
alter table tax.rate add column postal_to text;
alter table tax.rate add column layer int not null default 0 check (layer between 0 and 9);
alter table tax.rate add column compound boolean not null default false;  -- is charged on the taxes of the layers below as well
alter table tax.rate add column rate_hundredths int not null default 0 check (rate_hundredths between 0 and 99);  -- of a basis point, on top
alter table tax.rate add constraint rate_whole check (rate_basis_points < 10000 or rate_hundredths = 0);
alter table tax.rate add constraint rate_postal check ((postal_from is null) = (postal_to is null)
  and (postal_from collate "C" <= postal_to collate "C" or starts_with(postal_from, postal_to)));
alter table tax.rate add constraint rate_compound check (layer > 0 or not compound);
drop index tax.rate_start;
create unique index rate_start on tax.rate (store_id, category_id, country, coalesce(region, ''), coalesce(postal_from, ''),
  coalesce(postal_to, ''), layer, starts_on) where archived_at is null;

create table tax.setting (
  store_id uuid primary key references settings.store (id),
  union_sales text not null default 'destination' check (union_sales in ('destination', 'origin')),
  version int not null default 1,
  updated_at timestamptz(3) not null
);
comment on table tax.setting is 'By which rules the store charges tax; without a row by those that are standard.';
-- tax.rates.list, of all categories and of one
create index rate_country on tax.rate (store_id, (country::text), id) where archived_at is null;
create index rate_category on tax.rate (store_id, category_id, (country::text), id) where archived_at is null;
