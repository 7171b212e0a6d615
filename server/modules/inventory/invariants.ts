/** What must always hold of stock. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

/**
 * The clock of these is the newest event: the store's own time, also in tests. The sweep
 * of `orders` runs every 15 s; a minute leaves it two rounds with much to do.
 */
const SWEPT = `(select max(at) from kit.event) - interval '1 minute'`

export const invariants: Invariant[] = [
  {
    id: 'I11.level',
    says: 'No count is below zero, and no more is promised than there is or may be back-ordered, but for what a count found missing.',
    sql: `select item_id, location_id, on_hand, reserved, backorder_limit, short from inventory.level
      where on_hand < 0 or reserved < 0 or reserved > on_hand + backorder_limit + short
        or (short > 0 and reserved <> on_hand + backorder_limit + short)`,
  },
  {
    id: 'I12.reserved',
    says: 'What a count has reserved is the sum of the open reservations.',
    sql: `select l.item_id, l.location_id, l.reserved, coalesce(r.promised, 0) as promised from inventory.level l
      left join (select item_id, location_id, sum(quantity) as promised from inventory.reservation where state in ('held', 'confirmed') group by 1, 2) r
        using (item_id, location_id)
      where l.reserved <> coalesce(r.promised, 0)`,
  },
  {
    id: 'I12.onHand',
    says: 'What is on hand is the sum of the movements, the opening one included.',
    sql: `select l.item_id, l.location_id, l.on_hand, coalesce(m.moved, 0) as moved from inventory.level l
      left join (select item_id, location_id, sum(delta) as moved from inventory.movement group by 1, 2) m using (item_id, location_id)
      where l.on_hand <> coalesce(m.moved, 0)`,
  },
  {
    id: 'I12.transfers',
    says: 'What a transfer took from one place and brought to the other is what its lines say, and nothing is on the way twice.',
    sql: `select t.id, l.item_id, l.quantity, l.received, l.returned, l.lost, m.left_from, m.came_to from inventory.transfer t
      join inventory.transfer_line l on l.transfer_id = t.id
      left join (select subject_id, item_id, location_id, sum(delta) as moved from inventory.movement where subject_kind = 'transfer' group by 1, 2, 3) f
        on f.subject_id = t.id and f.item_id = l.item_id and f.location_id = t.from_location_id
      left join (select subject_id, item_id, location_id, sum(delta) as moved from inventory.movement where subject_kind = 'transfer' group by 1, 2, 3) d
        on d.subject_id = t.id and d.item_id = l.item_id and d.location_id = t.to_location_id
      cross join lateral (select coalesce(-f.moved, 0) as left_from, coalesce(d.moved, 0) as came_to) m
      where m.came_to <> l.received or m.left_from <> case when t.sent_at is null then 0 else l.quantity - l.returned end
        or (t.sent_at is null or t.ended_at is not null) <> (t.state not in ('sent', 'receiving'))
        or (t.sent_at is not null and t.ended_at is not null and l.received + l.returned + l.lost <> l.quantity)`,
  },
  {
    id: 'I12.purchases',
    says: 'What has come of a purchase is the sum of its receipts, and all of it was counted in.',
    sql: `select l.purchase_id, l.item_id, l.received, r.came, m.moved from inventory.purchase_line l
      left join (select purchase_id, item_id, sum(quantity) as came from inventory.receipt_line group by 1, 2) r using (purchase_id, item_id)
      left join (select subject_id as purchase_id, item_id, sum(delta) as moved from inventory.movement where subject_kind = 'purchase' group by 1, 2) m
        using (purchase_id, item_id)
      where l.received <> coalesce(r.came, 0) or l.received <> coalesce(m.moved, 0)`,
  },
  {
    id: 'I12.lots',
    says: 'Of items whose pieces are told apart, all that are on hand are of some lot, and lots are the sum of their movements.',
    sql: `select i.id as item_id, l.location_id, l.on_hand, coalesce(x.of_lots, 0) as of_lots, coalesce(m.moved, 0) as moved, b.whole
      from inventory.item i join inventory.level l on l.item_id = i.id
      left join (select item_id, location_id, sum(on_hand) as of_lots from inventory.lot_level group by 1, 2) x
        on x.item_id = l.item_id and x.location_id = l.location_id
      left join (select m.item_id, m.location_id, sum(f.delta) as moved from inventory.lot_movement f join inventory.movement m on m.id = f.movement_id group by 1, 2) m
        on m.item_id = l.item_id and m.location_id = l.location_id
      left join (select b.item_id, bool_and(b.on_hand = (select coalesce(sum(x.on_hand), 0) from inventory.lot_level x where x.lot_id = b.id)) as whole
        from inventory.lot b group by 1) b on b.item_id = i.id
      where (i.tracking <> 'none' and l.on_hand <> coalesce(x.of_lots, 0)) or coalesce(x.of_lots, 0) <> coalesce(m.moved, 0) or not b.whole`,
  },
  {
    id: 'I15.holds',
    says: 'No hold outlives its end by more than a minute: the sweep gave it back.',
    sql: `select id, holder_kind, holder_id, expires_at from inventory.reservation where state = 'held' and expires_at < ${SWEPT}`,
  },
  {
    id: 'I14.bundle',
    says: 'A bundle whose parts are fixed and counted is made of what they are made of; one with choices of nothing by itself.',
    sql: `with due as (
        select b.variant_id, vi.item_id, sum(vi.units * bp.quantity) as units from catalog.bundle b
        join catalog.bundle_part bp on bp.variant_id = b.variant_id
        join inventory.variant_item vi on vi.variant_id = bp.part_variant_id
        where inventory.is_fixed(b.variant_id) group by 1, 2)
      select coalesce(d.variant_id, m.variant_id) as variant_id, coalesce(d.item_id, m.item_id) as item_id, d.units as due, m.units from due d
      full join (select vi.* from inventory.variant_item vi join catalog.bundle b on b.variant_id = vi.variant_id) m
        on m.variant_id = d.variant_id and m.item_id = d.item_id
      where d.units is distinct from m.units`,
  },
]
