-- What is still to be handed over of a variant that needs no parcel: whoever waits for its licence keys.
create index line_open_service on orders.line (store_id, variant_id, id) where not shippable and quantity_shipped + quantity_cancelled < quantity;
