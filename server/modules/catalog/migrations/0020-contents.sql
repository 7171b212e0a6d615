-- How large a unit of measure is, in the smallest of its kind, and which kind that is; `measure.ts` knows the same.
create function catalog.unit_size(unit text) returns bigint language sql immutable parallel safe
return case unit
  when 'mg' then 1 when 'g' then 1000 when 'kg' then 1000000
  when 'ml' then 1 when 'cl' then 10 when 'l' then 1000 when 'm3' then 1000000
  when 'mm' then 1 when 'cm' then 10 when 'm' then 1000
  when 'cm2' then 1 when 'm2' then 10000
  when 'piece' then 1 end;

create function catalog.unit_kind(unit text) returns text language sql immutable parallel safe
return case when unit in ('mg', 'g', 'kg') then 'mass' when unit in ('ml', 'cl', 'l', 'm3') then 'volume'
  when unit in ('mm', 'cm', 'm') then 'length' when unit in ('cm2', 'm2') then 'area' when unit = 'piece' then 'piece' end;

-- How much is in one of a variant, and the measure for which its price is told: 750 ml, per 1 l. Null: it is sold by the piece.
alter table catalog.variant
  add column content_size int,
  add column content_unit text,
  add column per_size int,
  add column per_unit text,
  add constraint variant_content check (num_nonnulls(content_size, content_unit, per_size, per_unit) in (0, 4)
    and (content_size is null or (content_size > 0 and per_size > 0 and catalog.unit_kind(content_unit) is not null
      and catalog.unit_kind(content_unit) is not distinct from catalog.unit_kind(per_unit))));
