-- What an order from before also was: bottles' deposits, and the tax in its prices that was not charged.
alter table orders.past_order
  add column deposit_amount kit.minor not null default 0 check (deposit_amount >= 0),
  add column tax_relief_amount kit.minor not null default 0 check (tax_relief_amount >= 0);
