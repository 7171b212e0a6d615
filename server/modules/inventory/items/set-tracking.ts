/** How pieces of an item are told apart: not at all, by lots, or one by one. Changed while none lies anywhere. */
import { sql } from 'kysely'
import { NotFound, failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Id, Type, shape } from '#kit/types.ts'
import { Tracking } from '../shapes.ts'

export const NotEmpty = failure(
  'inventory.not_empty',
  409,
  Type.Object({ onHand: Count, onTheWay: Count }, { additionalProperties: false }),
  {
    en: ({ onHand, onTheWay }) =>
      `There are ${onHand} of this item${onTheWay > 0 ? ` and ${onTheWay} on the way` : ''}, and nobody knows of which lots. Count them out first.`,
    de: ({ onHand, onTheWay }) =>
      `Von diesem Artikel sind ${onHand} da${onTheWay > 0 ? ` und ${onTheWay} unterwegs` : ''}, und niemand weiß, aus welchen Chargen. Zählen Sie sie zuerst aus.`,
    ar: ({ onHand, onTheWay }) =>
      `الموجود من هذا الصنف ${onHand}${onTheWay > 0 ? ` وفي الطريق ${onTheWay}` : ''}، ولا تُعرف دفعاته. اجرُدها أولاً.`,
  },
)

export const setTracking = command({
  id: 'inventory.items.setTracking',
  summary: 'Tell the pieces of an item apart by lots or serial numbers',
  rest: 'PUT /stock-items/:itemId/tracking',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({ itemId: Id, tracking: Tracking }),
  output: shape('StockItemTracking', { itemId: Id, tracking: Tracking }),
  failures: [NotEmpty],
  async run({ itemId, tracking }, ctx) {
    const { rows } = await sql<{ tracking: Tracking }>`
      select tracking from inventory.item where store_id = ${ctx.storeId} and id = ${itemId} and archived_at is null for update`.execute(
      ctx.db,
    )
    const [before] = rows
    if (!before) throw NotFound({})
    if (before.tracking === tracking) return { itemId, tracking }
    const { rows: counts } = await sql<{ on_hand: number; on_the_way: number }>`
      select coalesce((select sum(l.on_hand) from inventory.level l where l.store_id = ${ctx.storeId} and l.item_id = ${itemId}), 0)::int as on_hand,
        coalesce((select sum(l.quantity - l.received - l.returned - l.lost) from inventory.transfer_line l
          join inventory.transfer t on t.id = l.transfer_id and t.state in ('sent', 'receiving')
          where l.store_id = ${ctx.storeId} and l.item_id = ${itemId}), 0)::int as on_the_way`.execute(ctx.db)
    const { on_hand: onHand, on_the_way: onTheWay } = counts[0]!
    if (onHand > 0 || onTheWay > 0) throw NotEmpty({ onHand, onTheWay })
    await sql`update inventory.item set tracking = ${tracking}, updated_at = ${ctx.now()} where store_id = ${ctx.storeId} and id = ${itemId}`.execute(
      ctx.db,
    )
    ctx.audit({ subject: 'inventory.item', subjectId: itemId, before, after: { tracking } })
    return { itemId, tracking }
  },
})
