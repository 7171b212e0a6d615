-- The business that buys, by its tax id; null: a person.
alter table cart.cart add column company_name text, add column tax_id text,
  add constraint cart_business check ((company_name is null) = (tax_id is null));
