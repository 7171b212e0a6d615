-- What was to come back and never came: staff close it, and its pieces may be asked for again.
alter table returns.return drop constraint return_state_check;
alter table returns.return add constraint return_state_check
  check (state in ('requested', 'approved', 'refused', 'withdrawn', 'in_transit', 'received', 'inspected', 'closed', 'lapsed'));

create or replace function returns.step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'requested>approved', 'requested>refused', 'requested>withdrawn', 'approved>withdrawn', 'approved>in_transit', 'approved>received',
    'approved>lapsed', 'in_transit>received', 'in_transit>lapsed', 'received>inspected', 'received>closed', 'inspected>closed']) then
    raise exception 'a return cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'return_step';
  end if;
  return new;
end $$;

create or replace function returns.fit() returns trigger language plpgsql as $$
begin
  if (select sum(case when r.state in ('received', 'inspected', 'closed') then l.quantity_received else l.quantity end)
      from returns.line l join returns.return r on r.id = l.return_id
      where l.order_line_id = new.order_line_id and r.state not in ('refused', 'withdrawn', 'lapsed'))
    > (select quantity_shipped from orders.line where id = new.order_line_id) then
    raise exception 'more would come back than was sent' using errcode = '23514', constraint = 'line_sent';
  end if;
  return new;
end $$;
