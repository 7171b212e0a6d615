-- What the tables are for; docs/tables.md is drawn from it.
comment on table fulfilment.shipment is 'A parcel on its way, with its tracking.';
comment on table fulfilment.shipment_line is 'What is in a parcel.';
comment on table fulfilment.history is 'Every step of a parcel, with who or what took it.';
