-- The business a member buys for, kept for their next cart.
alter table customers.customer add column company_name text, add column tax_id text;
