-- What the tables are for; docs/tables.md is drawn from it.
comment on table pricing.list is 'Prices under a name: those for everybody, or for some and for a time.';
comment on table pricing.price is 'What a variant costs in a list and a currency, from a quantity on.';
