-- What was held until before now is not counted by who reads: found without passing over what is confirmed.
create index reservation_held on inventory.reservation (item_id, location_id, expires_at) where state = 'held';
