-- Which taxes a line was charged with, and which rate of the store each came from; a line may have several at once.
alter table orders.line add column tax_parts jsonb not null default '[]';   -- empty: one tax, as tax_name and its rate say
alter table orders.tax_line add column rate_hundredths int not null default 0 check (rate_hundredths between 0 and 99);  -- of a basis point, on top
