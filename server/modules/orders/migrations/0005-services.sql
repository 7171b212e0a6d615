-- What of an order needs a parcel, as it was when it was bought; the rest are services.
alter table orders.line add column shippable boolean not null default true;
