-- The log after a place, in order: for the dispatcher and the live tail. Its readers always want its newest end, but
-- a plan made while the log was short would read all of it once it is long, until statistics are taken again. With
-- these settings it goes by the index event_tail whatever the statistics say.
create function kit.events_after(after_tx xid8, after_id uuid, most int) returns setof kit.event
language sql stable
set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off
rows 10
as $$
  select * from kit.event where (tx, id) > (after_tx, after_id) order by tx, id limit most
$$;
