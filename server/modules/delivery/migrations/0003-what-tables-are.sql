-- What the tables are for; docs/tables.md is drawn from it.
comment on table delivery.zone is 'Countries to which the same ways of delivery lead.';
comment on table delivery.method is 'A way of delivery in a zone, with the days it takes.';
comment on table delivery.method_text is 'What a way of delivery is called in one language.';
comment on table delivery.rate is 'What a way of delivery costs in a currency, and from which total on it is free.';
