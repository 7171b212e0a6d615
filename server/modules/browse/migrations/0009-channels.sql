-- As in catalog.product.
alter table browse.entry add column channel_ids uuid[];
