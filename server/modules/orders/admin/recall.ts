/** Which buyers have pieces of a lot: what was sent to them and has not come back. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Email, Id, Instant, Int, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { readLot } from '../../inventory/index.ts'

const LotOrder = shape('LotOrder', {
  orderId: Id,
  number: Nullable(Text(20)),
  email: Email,
  /** Pieces of the lot that are with the buyer. */
  quantity: Int(1, 2_147_483_647),
  /** When the first of them left. */
  sentAt: Instant,
})

const oldestFirst = sorts(
  'LotOrderSort',
  { order: { column: 's.id', type: 'uuid' } },
  { id: 's.id', first: 'order' },
)

export const recall = query({
  id: 'orders.admin.recall',
  summary: 'Which orders got pieces of a lot',
  rest: 'GET /stock-lots/:lotId/orders',
  audience: 'staff',
  access: permission('orders.read'),
  input: Type.Object({ lotId: Id, ...pageInput }),
  output: pageOf(LotOrder),
  async run({ lotId, ...page }, ctx) {
    await readLot(ctx, lotId)
    const sold = sql<Row>`(
      select o.id, o.number::text as number, o.email, t.quantity, t.at from (
        select m.subject_id, -sum(f.delta)::int as quantity, min(m.at) as at
        from inventory.lot_movement f join inventory.movement m on m.id = f.movement_id and m.subject_kind = 'order'
        where f.store_id = ${ctx.storeId} and f.lot_id = ${lotId} group by 1 having sum(f.delta) < 0) t
      join orders.order o on o.store_id = ${ctx.storeId} and o.id = t.subject_id)`.as<'s'>('s')
    const found = ctx.db.selectFrom(sold).selectAll('s')
    const { rows, ...rest } = await readPage(found, page, oldestFirst, ctx.db)
    return {
      items: rows.map(({ id, at, ...row }) => ({ orderId: id, ...row, sentAt: at.toISOString() })),
      ...rest,
    }
  },
})

type Row = Omit<Static<typeof LotOrder>, 'orderId' | 'sentAt'> & { id: string; at: Date }
