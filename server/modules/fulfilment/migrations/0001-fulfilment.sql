create schema fulfilment;

create table fulfilment.shipment (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  order_id uuid not null,
  state text not null check (state in ('planned', 'picked', 'packed', 'shipped', 'delivered', 'cancelled', 'lost', 'returned_to_sender')),
  carrier text,
  tracking_code text,
  tracking_url text,
  custom jsonb not null default '{}',
  version int not null default 1,
  shipped_at timestamptz(3),
  delivered_at timestamptz(3),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  unique (order_id, id),
  foreign key (store_id, order_id) references orders.order (store_id, id)
);
create index shipment_order on fulfilment.shipment (store_id, order_id, created_at);

create table fulfilment.shipment_line (
  store_id uuid not null,
  order_id uuid not null,
  shipment_id uuid not null,
  order_line_id uuid not null,
  quantity int not null check (quantity > 0),
  primary key (shipment_id, order_line_id),
  foreign key (order_id, shipment_id) references fulfilment.shipment (order_id, id),
  foreign key (order_id, order_line_id) references orders.line (order_id, id),
  foreign key (store_id, shipment_id) references fulfilment.shipment (store_id, id)
);

create table fulfilment.history (
  id uuid primary key,
  store_id uuid not null,
  shipment_id uuid not null,
  from_state text,
  to_state text not null,
  actor text not null,
  cause text not null,
  trace_id text not null,
  at timestamptz(3) not null,
  foreign key (store_id, shipment_id) references fulfilment.shipment (store_id, id)
);
create index history_shipment on fulfilment.history (shipment_id, at, id);
create trigger history_fact before update or delete on fulfilment.history for each row execute function kit.refuse_change();

-- The state machine of reliability 3: any other step is refused, whoever asks.
create function fulfilment.step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'planned>picked', 'picked>packed', 'packed>shipped', 'shipped>delivered', 'planned>cancelled', 'picked>cancelled',
    'packed>cancelled', 'shipped>lost', 'shipped>returned_to_sender']) then
    raise exception 'a shipment cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'shipment_step';
  end if;
  return new;
end $$;
create trigger shipment_step before update of state on fulfilment.shipment for each row execute function fulfilment.step();
