-- Until when a parcel's goods may be sent back: fixed when it arrives, so that a later setting changes no promise.
alter table fulfilment.shipment add column returnable_until timestamptz(3);
update fulfilment.shipment set returnable_until = delivered_at + interval '14 days' where delivered_at is not null;
alter table fulfilment.shipment add constraint shipment_returnable check ((delivered_at is null) = (returnable_until is null));

create index shipment_tracking on fulfilment.shipment (store_id, tracking_code) where state = 'shipped';   -- carriers' webhooks
create index shipment_silent on fulfilment.shipment (store_id, shipped_at) where state = 'shipped';        -- fulfilment.countAsDelivered
