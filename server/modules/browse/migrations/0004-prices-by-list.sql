-- What a product costs by a price list, over the base list: what narrows, counts and orders for those whose list it is.
create table browse.list_price (
  store_id uuid not null,
  product_id uuid not null,
  list_id uuid not null,
  currency char(3) not null,
  lowest kit.minor not null,                   -- of the list's prices, and of the base list's where it has none
  highest kit.minor not null,
  whole boolean not null,                      -- it prices every variant that has a price in this currency
  primary key (product_id, list_id, currency),
  foreign key (store_id, product_id) references catalog.product (store_id, id),
  foreign key (store_id, list_id) references pricing.list (store_id, id)
);
-- From the cheapest on, over all lists of who asks.
create index list_price_walked on browse.list_price (store_id, currency, lowest, product_id) include (list_id, whole);
-- Those that two lists of one buyer may share: they are worked out when they are asked for.
create index list_price_shared on browse.list_price (store_id, currency, list_id, product_id) where not whole;
create index list_price_list on browse.list_price (store_id, list_id);
comment on table browse.list_price is 'From what to what a product for sale costs by a price list beside the base list, in a currency.';

-- What can be had, or cannot, in the shop's own order.
create index entry_available on browse.entry (store_id, locale, available, position, product_id);

-- Each store gathers them by writing its read model anew.
update browse.progress set after_id = '00000000-0000-0000-0000-000000000000', written = 0;
