-- Somebody counted less than is promised, and no other place has it: so many of what is promised here are short.
-- It is the rest of what a count took away, and falls by itself as goods come or promises end.
alter table inventory.level add column short int not null default 0 check (short >= 0);
alter table inventory.level drop constraint level_covered;
alter table inventory.level add constraint level_covered check (reserved <= on_hand + backorder_limit + short);

create function inventory.settle_short() returns trigger language plpgsql as $$
begin
  new.short := least(new.short, greatest(0, new.reserved - new.on_hand - new.backorder_limit));
  return new;
end $$;
create trigger level_short before update on inventory.level for each row when (new.short > 0) execute function inventory.settle_short();

-- Where promised goods are not there: few, and looked for by inventory.replan.
create index level_waiting on inventory.level (store_id, item_id) where reserved > on_hand;

-- What a buyer fetches at a place is not sent from another one.
alter table inventory.reservation add column fixed boolean not null default false;
