-- What the tables are for; docs/tables.md is drawn from it.
comment on table tax.category is 'Kinds of goods and services that are taxed alike.';
comment on table tax.rate is 'The rate of a category in a country, from a day on.';
