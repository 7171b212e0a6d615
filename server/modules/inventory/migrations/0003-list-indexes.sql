create index movement_location on inventory.movement (store_id, location_id, at desc, id desc);  -- inventory.movements.list
create index item_sku_start on inventory.item (store_id, sku text_pattern_ops) where archived_at is null;  -- inventory.levels.list
