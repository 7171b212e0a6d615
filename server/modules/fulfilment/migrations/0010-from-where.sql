-- The place that a parcel left from; null: from wherever its goods lay.
alter table fulfilment.shipment add column location_id uuid;
alter table fulfilment.shipment add foreign key (store_id, location_id) references inventory.location (store_id, id);
