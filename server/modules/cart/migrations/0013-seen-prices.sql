-- I9.cart: nobody saw a price below zero.
alter table cart.line add constraint line_seen check (seen_amount >= 0);
alter table cart.bundle add constraint bundle_seen check (seen_amount >= 0);
