-- What the tables are for; docs/tables.md is drawn from it.
comment on table settings.store is 'A shop with its own goods, people, staff and addresses. Everything else belongs to one.';
comment on table settings.channel is 'A way in which the store sells, such as its pages or a till.';
comment on table settings.market is 'Countries that are sold to under the same rules for prices and taxes.';
comment on table settings.locale is 'Languages of the store, in the order in which texts are looked for.';
comment on table settings.currency is 'Currencies in which the store sells.';
