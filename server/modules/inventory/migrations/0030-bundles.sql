-- The stock of a bundle is that of its parts. Where all of them are fixed and were counted, the things it is made of are
-- theirs, so many times; where its buyer chooses, there are as many as the scarcest choice allows. Kept by the trigger
-- below, whoever counts a part for the first time.
create function inventory.is_fixed(bundle uuid) returns boolean language sql stable as $$
  select not exists (select from catalog.bundle_group g where g.variant_id = bundle)
    and not exists (select from catalog.bundle_part bp
      join catalog.variant v on v.id = bp.part_variant_id join catalog.product p on p.id = v.product_id and p.shippable
      where bp.variant_id = bundle and not exists (select from inventory.variant_item vi where vi.variant_id = bp.part_variant_id))
$$;

create function inventory.follow_parts(bundles uuid[]) returns void language sql as $$
  delete from inventory.variant_item where variant_id = any(bundles);
  insert into inventory.variant_item (store_id, variant_id, item_id, units)
    select b.store_id, b.variant_id, vi.item_id, sum(vi.units * bp.quantity)
    from catalog.bundle b
    join catalog.bundle_part bp on bp.variant_id = b.variant_id
    join inventory.variant_item vi on vi.variant_id = bp.part_variant_id
    where b.variant_id = any(bundles) and inventory.is_fixed(b.variant_id)
    group by b.store_id, b.variant_id, vi.item_id
    order by b.variant_id, vi.item_id;
$$;

create function inventory.keep_bundles() returns trigger language plpgsql as $$
begin
  perform inventory.follow_parts(found.bundles) from (
    select array_agg(distinct bp.variant_id) as bundles from moved join catalog.bundle_part bp on bp.part_variant_id = moved.variant_id) found
    where found.bundles is not null;
  return null;
end $$;
create trigger variant_item_came after insert on inventory.variant_item
  referencing new table as moved for each statement execute function inventory.keep_bundles();
create trigger variant_item_changed after update on inventory.variant_item
  referencing new table as moved for each statement execute function inventory.keep_bundles();
create trigger variant_item_went after delete on inventory.variant_item
  referencing old table as moved for each statement execute function inventory.keep_bundles();

-- How many of a part can be had, for bundles with choices; what was held until before now may still count as held.
create function inventory.sellable(variant uuid) returns int language plpgsql stable as $$
begin
  return coalesce((
    select min(greatest(0, a.free) / a.units) from (
      select vi.units, coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved), 0)::int as free
      from inventory.variant_item vi left join inventory.level l on l.item_id = vi.item_id
      where vi.variant_id = variant group by vi.item_id, vi.units) a), inventory.uncounted(variant));
end $$;

-- How many there are of what nobody counts by itself: of services as many as anybody wants, of goods none, and of a
-- bundle with choices as many as can be put together.
create function inventory.uncounted(variant uuid) returns int language sql stable as $$
  select case
    when b.variant_id is null then case when p.shippable then 0 else 1000000 end
    else least(
      (select coalesce(min(inventory.sellable(bp.part_variant_id) / bp.quantity), 1000000)
        from catalog.bundle_part bp where bp.variant_id = v.id and bp.group_id is null),
      (select coalesce(min(o.free / g.minimum), 1000000) from catalog.bundle_group g cross join lateral (
          select coalesce(sum(inventory.sellable(bp.part_variant_id)), 0)::bigint as free
          from catalog.bundle_part bp where bp.group_id = g.id) o
        where g.variant_id = v.id and g.minimum > 0))::int end
  from catalog.variant v join catalog.product p on p.id = v.product_id left join catalog.bundle b on b.variant_id = v.id
  where v.id = variant
$$;
