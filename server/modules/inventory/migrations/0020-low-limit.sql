-- contract: the old name of the limit goes. A number of pieces is not called like a moment.
alter table inventory.level rename column low_at to low_limit;

-- A lot's movement is one of its own store.
alter table inventory.movement add unique (store_id, id);
alter table inventory.lot_movement drop constraint lot_movement_movement_id_fkey;
alter table inventory.lot_movement add foreign key (store_id, movement_id) references inventory.movement (store_id, id);
