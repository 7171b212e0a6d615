-- Promotions are also for what a collection holds, whether picked by hand or found by a rule. No foreign key: a
-- collection that was archived long ago is deleted, and what it was named for then matches nothing.
alter table promotions.target add column collection_id uuid;
alter table promotions.target drop constraint target_one;
alter table promotions.target add constraint target_one check (num_nonnulls(product_id, category_id, collection_id) = 1);
comment on table promotions.target is 'A product, category or collection that a promotion is for.';
