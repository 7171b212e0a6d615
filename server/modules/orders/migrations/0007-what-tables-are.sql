-- What the tables are for; docs/tables.md is drawn from it.
comment on table orders.order is 'What was bought, by whom and for how much, as it was when it was placed.';
comment on table orders.line is 'A variant of an order with its price; only its counters of what was sent and returned move.';
comment on table orders.tax_line is 'The taxes of a line or of the delivery.';
comment on table orders.history is 'Every step of an order, with who or what took it.';
