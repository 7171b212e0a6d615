create schema returns;

create table returns.return (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  order_id uuid not null,
  state text not null check (state in ('requested', 'approved', 'refused', 'withdrawn', 'in_transit', 'received', 'inspected', 'closed')),
  note text not null,                           -- of the buyer
  answer text,                                  -- of the shop, the last
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (order_id, id),
  foreign key (store_id, order_id) references orders.order (store_id, id)
);
comment on table returns.return is 'Goods that a buyer wishes to send back, and what became of that.';
create index return_order on returns.return (store_id, order_id, created_at desc, id desc);
create index return_newest on returns.return (store_id, created_at desc, id desc);                 -- returns.admin.list
create index return_state on returns.return (store_id, state, created_at desc, id desc);           -- of one state

create table returns.line (
  store_id uuid not null,
  order_id uuid not null,
  return_id uuid not null,
  order_line_id uuid not null,
  quantity int not null check (quantity > 0),
  reason text not null check (reason in ('changed_mind', 'does_not_fit', 'not_as_described', 'damaged', 'faulty', 'wrong_item', 'too_late', 'other')),
  quantity_received int not null default 0,
  quantity_restocked int not null default 0,
  primary key (return_id, order_line_id),
  foreign key (store_id, return_id) references returns.return (store_id, id),
  foreign key (order_id, return_id) references returns.return (order_id, id),
  foreign key (order_id, order_line_id) references orders.line (order_id, id),
  constraint line_counts check (quantity_received between 0 and quantity and quantity_restocked between 0 and quantity_received)
);
comment on table returns.line is 'The pieces of a return: asked for, come back, put back on the shelf.';
create index line_of_order on returns.line (order_line_id);

create table returns.refund (
  store_id uuid not null,
  return_id uuid not null,
  refund_id uuid not null,
  primary key (return_id, refund_id),
  foreign key (store_id, return_id) references returns.return (store_id, id),
  foreign key (store_id, refund_id) references payments.refund (store_id, id)
);
comment on table returns.refund is 'The refunds that were made for a return.';

create table returns.history (
  id uuid primary key,
  store_id uuid not null,
  return_id uuid not null,
  from_state text,
  to_state text not null,
  actor text not null,
  cause text not null,
  trace_id text not null,
  at timestamptz(3) not null,
  foreign key (store_id, return_id) references returns.return (store_id, id)
);
comment on table returns.history is 'Every step of a return, with who took it.';
create index history_return on returns.history (return_id, at, id);
create trigger history_fact before update or delete on returns.history for each row execute function kit.refuse_change();

-- The state machine of a return: any other step is refused, whoever asks. The way by `in_transit` and `inspected` is for the
-- house that is told when goods leave, and that looks at them apart from receiving them.
create function returns.step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'requested>approved', 'requested>refused', 'requested>withdrawn', 'approved>withdrawn', 'approved>in_transit', 'approved>received',
    'in_transit>received', 'received>inspected', 'received>closed', 'inspected>closed']) then
    raise exception 'a return cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'return_step';
  end if;
  return new;
end $$;
create trigger return_step before update of state on returns.return for each row execute function returns.step();

-- Of no line more can be on its way back than was ever sent. Whoever asks has locked the order.
create function returns.fit() returns trigger language plpgsql as $$
begin
  if (select sum(case when r.state in ('received', 'inspected', 'closed') then l.quantity_received else l.quantity end)
      from returns.line l join returns.return r on r.id = l.return_id
      where l.order_line_id = new.order_line_id and r.state not in ('refused', 'withdrawn'))
    > (select quantity_shipped from orders.line where id = new.order_line_id) then
    raise exception 'more would come back than was sent' using errcode = '23514', constraint = 'line_sent';
  end if;
  return new;
end $$;
create trigger line_sent after insert or update of quantity on returns.line for each row execute function returns.fit();
