-- What one line of a long order is promised is found without reading what the others are.
drop index inventory.reservation_holder;
create index reservation_holder on inventory.reservation (store_id, holder_kind, holder_id, line_id);
