-- On any day one rate of a layer holds for a category in a place. Looked at when all is written: a new rate ends the one before.
create extension if not exists btree_gist;
alter table tax.rate add constraint rate_one_a_day exclude using gist (
  store_id with =, category_id with =, (country::text) with =, (coalesce(region, '')) with =, (coalesce(postal_from, '')) with =,
  (coalesce(postal_to, '')) with =, layer with =, daterange(starts_on, ends_on) with &&
) where (archived_at is null) deferrable initially deferred;
