-- Lists beside the base: for some buyers, a channel or a time. The one of the highest priority that has a price wins.
alter table pricing.list add column channel_id uuid;
alter table pricing.list add foreign key (store_id, channel_id) references settings.channel (store_id, id);
alter table pricing.list add constraint list_times check (starts_at < ends_at);
alter table pricing.list add constraint list_base check (
  key <> 'base' or (priority = 0 and channel_id is null and starts_at is null and ends_at is null and archived_at is null));
alter table pricing.list add constraint list_priority check (key = 'base' or priority between 1 and 1000);

-- For whom a list is; for everybody where none is named.
create table pricing.list_group (
  store_id uuid not null,
  list_id uuid not null,
  group_id uuid not null,
  primary key (list_id, group_id),
  foreign key (store_id, list_id) references pricing.list (store_id, id),
  foreign key (store_id, group_id) references customers.customer_group (store_id, id)
);
create index list_group_group on pricing.list_group (group_id);

-- The history says by itself where a price held, also of prices that were taken away.
alter table pricing.price_history add column list_id uuid;
alter table pricing.price_history add column min_quantity int not null default 1;
alter table pricing.price_history add column removed boolean not null default false;
alter table pricing.price_history disable trigger price_history_fact;
update pricing.price_history h set list_id = p.list_id, min_quantity = p.min_quantity from pricing.price p where p.id = h.price_id;
alter table pricing.price_history enable trigger price_history_fact;
create index price_list on pricing.price (store_id, list_id, variant_id);

-- The lowest price that everybody could have had for one piece in the 30 days before the price `of` came into force: what has to
-- stand beside a reduction (Directive 98/6/EC, Article 6a). Null: there was none, the thing is new, or `of` is not for everybody.
create function pricing.lowest_before(of uuid) returns bigint language sql stable as $$
  with present as (
    select p.store_id, p.variant_id, p.currency, greatest(l.starts_at, (
      select min(h.at) from pricing.price_history h where h.price_id = p.id and h.at > coalesce((
        select max(b.at) from pricing.price_history b where b.price_id = p.id and b.amount <> p.amount), '-infinity'))) as since
    from pricing.price p join pricing.list l on l.id = p.list_id
    where p.id = of and p.min_quantity = 1 and not exists (select from pricing.list_group g where g.list_id = l.id)
  ), held as (
    select h.amount, h.removed, greatest(h.at, l.starts_at) as since,
      least(lead(h.at) over (partition by h.price_id order by h.at, h.id), l.ends_at, l.archived_at, 'infinity') as until
    from present p
    join pricing.price_history h on h.store_id = p.store_id and h.variant_id = p.variant_id and h.currency = p.currency and h.min_quantity = 1
    join pricing.list l on l.id = h.list_id and l.channel_id is null
    where not exists (select from pricing.list_group g where g.list_id = l.id)
  )
  select min(held.amount) from held, present
  where not held.removed and held.since < held.until and held.since < present.since and held.until > present.since - interval '30 days'
$$;
