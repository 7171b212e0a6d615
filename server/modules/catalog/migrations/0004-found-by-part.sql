-- catalog.products.list and browse.products find a product by any part of its name or subtitle, staff also by the
-- beginning of a SKU.
create extension if not exists pg_trgm;
create extension if not exists btree_gin;
create index product_text_found on catalog.product_text using gin (store_id, lower(name) gin_trgm_ops);
create index product_text_found_subtitle on catalog.product_text using gin (store_id, lower(coalesce(subtitle, '')) gin_trgm_ops);
create index variant_sku_start on catalog.variant (store_id, lower(sku) text_pattern_ops) where archived_at is null;
create index product_featured on catalog.product (store_id, position, id) where featured and state = 'published' and archived_at is null;
