-- What the tables are for; docs/tables.md is drawn from it.
comment on table kit.migration is 'Which migrations were applied, with their checksums.';
comment on table kit.idempotency is 'Keys that callers sent with their requests, and what was answered: a repeat does its work once.';
