-- What the tables are for; docs/tables.md is drawn from it.
comment on table cart.cart is 'What somebody is about to buy, and where it is to go.';
comment on table cart.line is 'How many of a variant are in a cart.';
