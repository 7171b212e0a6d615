-- What the tables are for; docs/tables.md is drawn from it.
comment on table ledger.account is 'Where money can lie, such as captured payments or refunds; one for each currency.';
comment on table ledger.transaction is 'A booking with its reason. Its entries come to nothing in sum; it never changes.';
comment on table ledger.entry is 'What a booking puts into an account, or takes out.';
