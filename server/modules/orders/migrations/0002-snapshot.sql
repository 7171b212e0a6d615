-- What an order says was bought, for how much and with which taxes is a fact: of its lines only the counters move.
create function orders.refuse_snapshot_change() returns trigger language plpgsql as $$
begin
  raise exception 'what %.% keeps of a sale never changes', tg_table_schema, tg_table_name
    using errcode = '23514', constraint = tg_table_name || '_snapshot';
end $$;

create trigger line_snapshot before update on orders.line for each row
  when (to_jsonb(new) - '{quantity_shipped,quantity_delivered,quantity_cancelled,quantity_returned,custom}'::text[]
    is distinct from to_jsonb(old) - '{quantity_shipped,quantity_delivered,quantity_cancelled,quantity_returned,custom}'::text[])
  execute function orders.refuse_snapshot_change();
create trigger line_stays before delete on orders.line for each row execute function orders.refuse_snapshot_change();
create trigger tax_line_snapshot before update or delete on orders.tax_line for each row execute function orders.refuse_snapshot_change();
-- Of the order itself: what it cost and how that came about. Whose it is, its state and its number have rules of their own.
create trigger order_snapshot before update on orders.order for each row
  when ((new.currency, new.prices_include_tax, new.tax_rounding, new.subtotal_amount, new.delivery_amount, new.discount_amount,
      new.delivery_tax_amount, new.tax_amount, new.total_amount, new.delivery, new.placed_at)
    is distinct from (old.currency, old.prices_include_tax, old.tax_rounding, old.subtotal_amount, old.delivery_amount, old.discount_amount,
      old.delivery_tax_amount, old.tax_amount, old.total_amount, old.delivery, old.placed_at))
  execute function orders.refuse_snapshot_change();
