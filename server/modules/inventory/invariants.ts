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
    id: 'I15.holds',
    says: 'No hold outlives its end by more than a minute: the sweep gave it back.',
    sql: `select id, holder_kind, holder_id, expires_at from inventory.reservation where state = 'held' and expires_at < ${SWEPT}`,
  },
]
