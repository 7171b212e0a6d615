-- What the tables are for; docs/tables.md is drawn from it.
comment on table payments.payment is 'Money that somebody was asked for, at one provider, and how much of it has come, gone back or is still open.';
comment on table payments.history is 'Every step of a payment, with who or what took it.';
comment on table payments.refund is 'Money that goes back.';
comment on table payments.dispute is 'Money that a buyer asks back from their bank.';
