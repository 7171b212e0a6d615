-- What search engines and those whom a page is shared with are told in place of its name and description, in one language.
alter table catalog.product_text add column meta_title text, add column meta_description text;
alter table catalog.category_text add column meta_title text, add column meta_description text;
alter table catalog.collection_text add column meta_title text, add column meta_description text;
