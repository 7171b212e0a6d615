-- What was archived long ago is emptied; its row stays, because orders, prices and stock speak of it.
alter table catalog.product
  add column purged_at timestamptz(3),
  add constraint product_purged check (purged_at is null or archived_at is not null);
create index product_to_purge on catalog.product (store_id, archived_at) where archived_at is not null and purged_at is null;
create index collection_to_purge on catalog.collection (store_id, archived_at) where archived_at is not null;
