-- When a product comes into the shop, and when it goes, by itself.
alter table catalog.product
  add column publish_at timestamptz(3),
  add column unpublish_at timestamptz(3),
  add constraint product_schedule check (unpublish_at > publish_at);
create index product_to_publish on catalog.product (store_id, publish_at) where publish_at is not null;
create index product_to_unpublish on catalog.product (store_id, unpublish_at) where unpublish_at is not null;
