-- A channel may sell from some of the store's places only; one that names none sells from all of them.
create table inventory.channel_place (
  store_id uuid not null,
  channel_id uuid not null,
  location_id uuid not null,
  primary key (channel_id, location_id),
  foreign key (store_id, channel_id) references settings.channel (store_id, id),
  foreign key (store_id, location_id) references inventory.location (store_id, id)
);
create index channel_place_location on inventory.channel_place (store_id, location_id, channel_id);
comment on table inventory.channel_place is 'From which places a channel sells; one without any sells from all.';

-- What can be put together of a bundle with choices depends on the places, too. Without `places` all count.
drop function inventory.sellable(uuid);
drop function inventory.uncounted(uuid);

create function inventory.sellable(variant uuid, places uuid[] default null) returns int language plpgsql stable as $$
begin
  return coalesce((
    select min(greatest(0, a.free) / a.units) from (
      select vi.units, coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved), 0)::int as free
      from inventory.variant_item vi
      left join inventory.level l on l.item_id = vi.item_id and (places is null or l.location_id = any(places))
      where vi.variant_id = variant group by vi.item_id, vi.units) a), inventory.uncounted(variant, places));
end $$;

create function inventory.uncounted(variant uuid, places uuid[] default null) returns int language sql stable as $$
  select case
    when b.variant_id is null then case when p.shippable then 0 else 1000000 end
    else least(
      (select coalesce(min(inventory.sellable(bp.part_variant_id, places) / bp.quantity), 1000000)
        from catalog.bundle_part bp where bp.variant_id = v.id and bp.group_id is null),
      (select coalesce(min(o.free / g.minimum), 1000000) from catalog.bundle_group g cross join lateral (
          select coalesce(sum(inventory.sellable(bp.part_variant_id, places)), 0)::bigint as free
          from catalog.bundle_part bp where bp.group_id = g.id) o
        where g.variant_id = v.id and g.minimum > 0))::int end
  from catalog.variant v join catalog.product p on p.id = v.product_id left join catalog.bundle b on b.variant_id = v.id
  where v.id = variant
$$;
