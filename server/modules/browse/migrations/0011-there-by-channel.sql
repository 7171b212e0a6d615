-- Channels that sell from some of the store's places only, in which something of it can be had. Others go by `available`.
alter table browse.entry add column available_in uuid[] not null default '{}';
-- Small where no channel names places.
create index entry_available_in on browse.entry using gin (store_id, locale, available_in) with (fastupdate = off) where available_in <> '{}';
