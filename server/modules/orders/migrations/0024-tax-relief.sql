-- Who bought without tax, and why. In prices that include tax, what falls away of it stands beside the discount, so that the
-- price stays the one that was listed.
alter table orders.order
  add column company_name text,
  add column tax_id text,
  add column tax_decision jsonb,               -- what was decided when it was placed, and by which evidence; null: nothing to decide
  add column tax_relief_amount kit.minor not null default 0 check (tax_relief_amount >= 0),
  add column delivery_tax_relief_amount kit.minor not null default 0;
alter table orders.order drop constraint order_total,
  add constraint order_total check (total_amount = subtotal_amount + delivery_amount - discount_amount - tax_relief_amount
    + case when prices_include_tax then 0 else tax_amount end),
  add constraint order_tax_relief check (prices_include_tax or tax_relief_amount = 0),
  add constraint order_delivery_relief check (delivery_tax_relief_amount between 0 and delivery_amount - delivery_discount_amount);
create trigger order_snapshot_relief before update of company_name, tax_id, tax_decision, tax_relief_amount, delivery_tax_relief_amount
  on orders.order for each row
  when ((new.company_name, new.tax_id, new.tax_decision, new.tax_relief_amount, new.delivery_tax_relief_amount)
    is distinct from (old.company_name, old.tax_id, old.tax_decision, old.tax_relief_amount, old.delivery_tax_relief_amount))
  execute function orders.refuse_snapshot_change();

alter table orders.line add column tax_relief_amount kit.minor not null default 0 check (tax_relief_amount >= 0);
alter table orders.line drop constraint line_total,
  add constraint line_total check (total_amount = quantity * unit_amount - discount_amount - tax_relief_amount);
create index order_tax_id on orders.order (store_id, tax_id, placed_at) where tax_id is not null;  -- what a late answer is noted at
