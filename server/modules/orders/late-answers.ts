/** Orders that were accepted without tax before anybody had answered for the buyer's id: the answer is noted with them, for staff. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import { idsChecked } from '../tax/index.ts'
import { ordersChanged } from './events.ts'
import { note } from './history.ts'

export const noteLateAnswers = on(idsChecked, 'orders.noteLateAnswers', async ({ ids }, ctx) => {
  const found = await acceptedBefore(ctx, ids)
  for (const { orderId, state, checkId } of found)
    await note(ctx, orderId, 'tax.idsChecked', [
      { kind: `tax_id_${state}`, facts: { checkId }, public: false },
    ])
  if (found.length > 0) ctx.emit(ordersChanged, { ids: found.map(({ orderId }) => orderId) })
})

interface Accepted {
  orderId: string
  checkId: string
  state: 'valid' | 'invalid'
}

async function acceptedBefore(ctx: Ctx, checkIds: string[]): Promise<Accepted[]> {
  const { rows } = await sql<Accepted>`
    select o.id as "orderId", k.id as "checkId", k.state from tax.id_check k
    join orders.order o on o.store_id = k.store_id and o.tax_id = k.tax_id and o.placed_at between k.wanted_at and k.answered_at
    where k.store_id = ${ctx.storeId} and k.id = any(${checkIds}::uuid[]) and k.answered_at is not null
      and o.tax_decision->>'outcome' = 'reverse_charge'
    order by o.placed_at, o.id limit 500`.execute(ctx.db)
  return rows
}
