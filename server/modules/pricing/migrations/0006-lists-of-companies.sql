-- For which companies a list is, beside groups; for everybody where neither is named.
create table pricing.list_company (
  store_id uuid not null,
  list_id uuid not null,
  company_id uuid not null,
  primary key (list_id, company_id),
  foreign key (store_id, list_id) references pricing.list (store_id, id),
  foreign key (store_id, company_id) references customers.company (store_id, id)
);
comment on table pricing.list_company is 'For which companies a price list is.';
create index list_company_company on pricing.list_company (company_id);

-- As before (0004); a list for companies is not for everybody either.
create or replace function pricing.lowest_before(of uuid) returns bigint language sql stable as $$
  with present as (
    select p.store_id, p.variant_id, p.currency, greatest(l.starts_at, (
      select min(h.at) from pricing.price_history h where h.price_id = p.id and h.at > coalesce((
        select max(b.at) from pricing.price_history b where b.price_id = p.id and b.amount <> p.amount), '-infinity'))) as since
    from pricing.price p join pricing.list l on l.id = p.list_id
    where p.id = of and p.min_quantity = 1 and not exists (select from pricing.list_group g where g.list_id = l.id)
      and not exists (select from pricing.list_company c where c.list_id = l.id)
  ), held as (
    select h.amount, h.removed, greatest(h.at, l.starts_at) as since,
      least(lead(h.at) over (partition by h.price_id order by h.at, h.id), l.ends_at, l.archived_at, 'infinity') as until
    from present p
    join pricing.price_history h on h.store_id = p.store_id and h.variant_id = p.variant_id and h.currency = p.currency and h.min_quantity = 1
    join pricing.list l on l.id = h.list_id and l.channel_id is null
    where not exists (select from pricing.list_group g where g.list_id = l.id)
      and not exists (select from pricing.list_company c where c.list_id = l.id)
  )
  select min(held.amount) from held, present
  where not held.removed and held.since < held.until and held.since < present.since and held.until > present.since - interval '30 days'
$$;
