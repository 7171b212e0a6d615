-- In which channels a product is sold; null: in all of them. It stands in the row, as every list looks at it.
alter table catalog.product
  add column channel_ids uuid[],
  add constraint product_channels check (cardinality(channel_ids) > 0);
