/** A purchase that is prepared: nothing is expected until it is ordered. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Day, Id, Int, List, Nullable, Text, Type } from '#kit/types.ts'
import { MOST_ITEM_LINES, itemsOf } from '../item-lines.ts'
import { nextNumber } from '../numbers.ts'
import { knownLocations } from '../taking-back.ts'
import { NewPurchaseLine, Purchase, checkCosts, readPurchase, writeLines } from './purchase.ts'

export const create = command({
  id: 'inventory.purchases.create',
  summary: 'Prepare a purchase from a supplier',
  rest: 'POST /purchases',
  audience: 'staff',
  access: permission('stock.write'),
  status: 201,
  input: Type.Object({
    supplierId: Id,
    locationId: Id,
    lines: List(NewPurchaseLine, MOST_ITEM_LINES, { minItems: 1 }),
    reference: Type.Optional(Nullable(Text(120))),
    expectedOn: Type.Optional(Nullable(Day)),
    overPercent: Type.Optional(Int(0, 100)),
    note: Type.Optional(Nullable(Text(400))),
  }),
  output: Purchase,
  async run({ supplierId, locationId, lines, reference, expectedOn, overPercent = 0, note }, ctx) {
    await mustKnow(ctx, supplierId, locationId)
    const { currency } = lines[0]!.unitCost
    checkCosts(lines, currency)
    const items = await itemsOf(ctx, lines, locationId)
    const id = newId()
    await sql`
      insert into inventory.purchase (id, store_id, number, supplier_id, location_id, currency, state, reference, expected_on, over_percent, note, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${await nextNumber(ctx, 'purchase')}, ${supplierId}, ${locationId}, ${currency}, 'draft', ${reference ?? null},
        ${expectedOn ?? null}, ${overPercent}, ${note ?? null}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    await writeLines(ctx, id, currency, lines, items)
    const made = await readPurchase(ctx, id)
    ctx.audit({ subject: 'inventory.purchase', subjectId: id, before: null, after: made })
    return made
  },
})

async function mustKnow(ctx: Ctx, supplierId: string, locationId: string): Promise<void> {
  const { rows } = await sql`
    select 1 from inventory.supplier where store_id = ${ctx.storeId} and id = ${supplierId} and archived_at is null for share`.execute(
    ctx.db,
  )
  if (rows.length === 0) throw invalid('supplierId', 'unknown', 'There is no such supplier.')
  if (!(await knownLocations(ctx, [locationId])).has(locationId))
    throw invalid('locationId', 'unknown', 'There is no such location.')
}
