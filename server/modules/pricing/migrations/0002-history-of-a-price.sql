-- What a price was when an order took it: the invariant of orders' amounts asks for each line.
create index price_history_price on pricing.price_history (price_id, at, id);
