-- Old slugs of categories lead to the category that had them last, as with products.
create table catalog.category_slug_history (
  store_id uuid not null,
  locale text not null,
  slug text not null,
  category_id uuid not null,
  replaced_at timestamptz(3) not null,
  primary key (store_id, locale, slug),
  foreign key (store_id, category_id) references catalog.category (store_id, id)
);

-- The staff's list of products by name, page by page.
create index product_text_by_name on catalog.product_text (store_id, locale, lower(name), product_id);
-- The staff's list of what was archived.
create index product_archived on catalog.product (store_id, updated_at desc, id desc) where archived_at is not null;
create index product_created on catalog.product (store_id, created_at desc, id desc);
