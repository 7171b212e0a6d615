/** Changes a purchase; what is left out stays. Once it was ordered, its lines keep all but the day they are expected. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Day, Id, Int, List, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'
import { MOST_ITEM_LINES, itemsOf } from '../item-lines.ts'
import {
  NewPurchaseLine,
  Purchase,
  PurchaseNotOpen,
  checkCosts,
  lockPurchase,
  readPurchase,
  writeLines,
} from './purchase.ts'

const LineDate = shape('PurchaseLineDate', { itemId: Id, expectedOn: Nullable(Day) })

export const update = command({
  id: 'inventory.purchases.update',
  summary: 'Change a purchase',
  rest: 'PATCH /purchases/:purchaseId',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    purchaseId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      reference: Nullable(Text(120)),
      expectedOn: Nullable(Day),
      overPercent: Int(0, 100),
      note: Nullable(Text(400)),
    }),
    /** All of them, in place of those before; only while it is a draft. */
    lines: Type.Optional(List(NewPurchaseLine, MOST_ITEM_LINES, { minItems: 1 })),
    /** When single lines are expected. */
    dates: Type.Optional(List(LineDate, MOST_ITEM_LINES)),
  }),
  output: Purchase,
  failures: [PurchaseNotOpen],
  async run({ purchaseId, expectedVersion, lines, dates = [], ...changes }, ctx) {
    const before = await lockPurchase(ctx, purchaseId, expectedVersion)
    if (before.endedAt || (lines && before.state !== 'draft')) throw PurchaseNotOpen({ state: before.state })
    const next = { ...before, ...changes }
    if (lines) await replaceLines(ctx, before, lines)
    await sql`
      update inventory.purchase set reference = ${next.reference}, expected_on = ${next.expectedOn}, over_percent = ${next.overPercent},
        note = ${next.note}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${purchaseId}`.execute(ctx.db)
    if (dates.length > 0) await setDates(ctx, purchaseId, dates)
    const after = await readPurchase(ctx, purchaseId)
    ctx.audit({ subject: 'inventory.purchase', subjectId: purchaseId, before, after })
    return after
  },
})

async function replaceLines(ctx: Ctx, { id, total, locationId }: Purchase, lines: NewPurchaseLine[]) {
  checkCosts(lines, total.currency)
  const items = await itemsOf(ctx, lines, locationId)
  await sql`delete from inventory.purchase_line where store_id = ${ctx.storeId} and purchase_id = ${id}`.execute(
    ctx.db,
  )
  await writeLines(ctx, id, total.currency, lines, items)
}

async function setDates(ctx: Ctx, purchaseId: string, dates: Static<typeof LineDate>[]): Promise<void> {
  const { rows } = await sql<{ item_id: string }>`
    update inventory.purchase_line l set expected_on = d.expected_on
    from unnest(${dates.map((date) => date.itemId)}::uuid[], ${dates.map((date) => date.expectedOn)}::date[]) as d(item_id, expected_on)
    where l.store_id = ${ctx.storeId} and l.purchase_id = ${purchaseId} and l.item_id = d.item_id returning l.item_id`.execute(
    ctx.db,
  )
  const wrong = dates.findIndex(({ itemId }) => !rows.some((row) => row.item_id === itemId))
  if (wrong >= 0) throw invalid(`dates.${wrong}.itemId`, 'unknown', 'This item is not in it.')
}
