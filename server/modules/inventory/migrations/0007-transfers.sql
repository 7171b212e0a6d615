-- Goods on their way between two places of the store: from being sent until they arrive they are on hand at neither.
alter table inventory.movement drop constraint movement_reason_check;
alter table inventory.movement add constraint movement_reason check (reason in
  ('opening', 'received', 'counted', 'damaged', 'shipped', 'returned', 'corrected', 'transferred', 'expired', 'recalled'));

create table inventory.transfer (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  number bigint not null,
  from_location_id uuid not null,
  to_location_id uuid not null,
  state text not null check (state in ('draft', 'sent', 'receiving', 'closed', 'cancelled')),
  expected_on date,
  note text,
  version int not null default 1,
  sent_at timestamptz(3),
  ended_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (store_id, number),
  foreign key (store_id, from_location_id) references inventory.location (store_id, id),
  foreign key (store_id, to_location_id) references inventory.location (store_id, id),
  constraint transfer_places check (from_location_id <> to_location_id)
);
create index transfer_newest on inventory.transfer (store_id, created_at desc, id desc);          -- inventory.transfers.list
create index transfer_state on inventory.transfer (store_id, state, created_at desc, id desc);    -- inventory.transfers.list
create index transfer_from on inventory.transfer (store_id, from_location_id, created_at desc, id desc);
create index transfer_to on inventory.transfer (store_id, to_location_id, created_at desc, id desc);
comment on table inventory.transfer is 'Goods that go from one place of the store to another.';

create table inventory.transfer_line (
  store_id uuid not null,
  transfer_id uuid not null,
  item_id uuid not null,
  quantity int not null check (quantity > 0),
  received int not null default 0 check (received >= 0),
  returned int not null default 0 check (returned >= 0),
  lost int not null default 0 check (lost >= 0),
  primary key (transfer_id, item_id),
  foreign key (store_id, transfer_id) references inventory.transfer (store_id, id),
  foreign key (store_id, item_id) references inventory.item (store_id, id),
  constraint transfer_line_sum check (received::bigint + returned + lost <= quantity)
);
create index transfer_line_item on inventory.transfer_line (item_id);                             -- inventory.expected.list
comment on table inventory.transfer_line is 'How many of a thing a transfer takes along, and what became of them.';

-- Any other step is refused, whoever asks.
create function inventory.transfer_step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'draft>sent', 'draft>cancelled', 'sent>receiving', 'sent>closed', 'sent>cancelled', 'receiving>closed']) then
    raise exception 'a transfer cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'transfer_step';
  end if;
  return new;
end $$;
create trigger transfer_step before update of state on inventory.transfer for each row execute function inventory.transfer_step();
