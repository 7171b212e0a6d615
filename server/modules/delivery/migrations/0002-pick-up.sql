-- A way of delivery by which the buyer comes to a place and fetches the goods; null: they are brought.
alter table delivery.method add column location_id uuid;
alter table delivery.method add foreign key (store_id, location_id) references inventory.location (store_id, id);
