-- For staff: drafts are few among thousands that are sold.
create index product_drafts on catalog.product (store_id, updated_at desc, id desc) where state = 'draft' and archived_at is null;
