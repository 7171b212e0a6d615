-- Labels that are bought of carriers. The row is there first: its id is the key under which the carrier is asked.
create table fulfilment.label (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  shipment_id uuid not null,
  carrier text not null,
  service text not null,
  format text not null check (format in ('pdf', 'zpl')),
  state text not null check (state in ('asked', 'bought', 'refused', 'voiding', 'voided')),
  carrier_label_id text,                       -- the carrier's own
  tracking_code text,
  tracking_url text,
  cost_amount kit.minor check (cost_amount >= 0),
  currency char(3) not null,
  file_id uuid,                                -- null: there was no room for it
  refused_code text,
  asked int not null default 0,                -- how often the carrier was asked
  ask_at timestamptz(3),                       -- when it is asked again
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  foreign key (store_id, shipment_id) references fulfilment.shipment (store_id, id),
  foreign key (store_id, file_id) references media.file (store_id, id),
  constraint label_of_carrier unique (store_id, carrier, carrier_label_id),
  constraint label_known check ((state in ('bought', 'voiding', 'voided'))
    = (carrier_label_id is not null and tracking_code is not null and cost_amount is not null)),
  constraint label_open check ((state in ('asked', 'voiding')) = (ask_at is not null)),
  constraint label_refused check ((state = 'refused') = (refused_code is not null))
);
comment on table fulfilment.label is 'A label for a parcel, bought of a carrier once, and given back at most once.';
-- However many press at once.
create unique index label_one on fulfilment.label (shipment_id) where state in ('asked', 'bought', 'voiding');
create index label_shipment on fulfilment.label (store_id, shipment_id, id desc);                        -- fulfilment.labels.list
create index label_due on fulfilment.label (store_id, ask_at) where ask_at is not null;                  -- fulfilment.askCarriers
create index label_made on fulfilment.label (store_id, carrier, created_at);                             -- fulfilment.labels.reconcile

create function fulfilment.label_step() returns trigger language plpgsql as $$
begin
  if old.state is distinct from new.state and not (old.state || '>' || new.state) = any (array[
    'asked>bought', 'asked>refused', 'bought>voiding', 'voiding>voided', 'voiding>bought']) then
    raise exception 'a label cannot go from % to %', old.state, new.state using errcode = '23514', constraint = 'label_step';
  end if;
  return new;
end $$;
create trigger label_step before update of state on fulfilment.label for each row execute function fulfilment.label_step();

-- What carriers tell of parcels on their way.
create table fulfilment.tracking (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  shipment_id uuid not null,
  carrier text not null,
  kind text not null check (kind in ('in_transit', 'exception', 'delivered', 'returned')),
  happened_at timestamptz(3) not null,
  said text not null,
  told_at timestamptz(3) not null,
  -- News come in copies and in any order.
  constraint tracking_once unique (shipment_id, carrier, kind, happened_at),
  foreign key (store_id, shipment_id) references fulfilment.shipment (store_id, id)
);
comment on table fulfilment.tracking is 'What a carrier told of a parcel, each thing once.';

create index shipment_code on fulfilment.shipment (store_id, tracking_code) where tracking_code is not null;  -- carriers' webhooks
drop index fulfilment.shipment_tracking;
