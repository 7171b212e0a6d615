-- What the tables are for; docs/tables.md is drawn from it.
comment on table messages.message is 'One rendered message to one address. What it says is sealed, and gone once it was delivered.';
comment on table messages.suppression is 'Addresses that are written to no more, as hashes.';
