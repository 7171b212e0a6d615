-- For whom a promotion is: empty, for everybody.
alter table promotions.promotion add column group_ids uuid[] not null default '{}';
create index promotion_scheduled on promotions.promotion (store_id, starts_at) where archived_at is null;  -- promotions.list state=scheduled
