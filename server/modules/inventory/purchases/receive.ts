/** Goods of a purchase have come, all or a part of them: they are counted in and what they cost is kept. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { callerOf, permission } from '#kit/policy.ts'
import { Count, Id, List, Money, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'
import { MOST_ITEM_LINES, portionsOf } from '../item-lines.ts'
import { putIn, type TrackedMove } from '../lots/keeping.ts'
import { MOST_LOTS, NewLot } from '../lots/lot.ts'
import { moveAll } from '../moving.ts'
import { Quantity } from '../shapes.ts'
import { Purchase, PurchaseNotOpen, checkCosts, lockPurchase, step } from './purchase.ts'

export const MoreThanOrdered = failure(
  'inventory.more_than_ordered',
  409,
  Type.Object({ itemId: Id, left: Count }, { additionalProperties: false }),
  {
    en: ({ left }) =>
      `Of this item ${left === 0 ? 'no' : `at most ${left}`} more can be taken for this purchase.`,
    de: ({ left }) =>
      left === 0
        ? 'Von diesem Artikel kann für diesen Einkauf nichts mehr angenommen werden.'
        : `Von diesem Artikel können für diesen Einkauf höchstens noch ${left} angenommen werden.`,
    ar: ({ left }) =>
      left === 0
        ? 'لا يمكن استلام المزيد من هذا الصنف لهذا الشراء.'
        : `أقصى ما يمكن استلامه من هذا الصنف لهذا الشراء: ${left}.`,
  },
)

const Arrival = shape('PurchaseArrival', {
  itemId: Id,
  quantity: Quantity,
  /** As the supplier's note says; left out: as agreed. */
  unitCost: Type.Optional(Money),
  /** Of items that are tracked, all of their pieces. */
  lots: Type.Optional(List(NewLot, MOST_LOTS, { minItems: 1 })),
})
type Arrival = Static<typeof Arrival>

export const receive = command({
  id: 'inventory.purchases.receive',
  summary: 'Count in what has come of a purchase',
  description:
    'Without `lines`, all that is missing. When nothing is missing any more, the purchase is closed.',
  rest: 'POST /purchases/:purchaseId/receipts',
  audience: 'staff',
  access: permission('stock.write'),
  input: Type.Object({
    purchaseId: Id,
    lines: Type.Optional(List(Arrival, MOST_ITEM_LINES, { minItems: 1 })),
    /** Number of the delivery note. */
    reference: Type.Optional(Nullable(Text(120))),
    note: Type.Optional(Nullable(Text(400))),
    expectedVersion: Type.Optional(Version),
  }),
  output: Purchase,
  failures: [PurchaseNotOpen, MoreThanOrdered],
  async run({ purchaseId, lines, reference = null, note = null, expectedVersion }, ctx) {
    const purchase = await lockPurchase(ctx, purchaseId, expectedVersion)
    if (purchase.state !== 'ordered' && purchase.state !== 'receiving')
      throw PurchaseNotOpen({ state: purchase.state })
    const parts = partsOf(purchase, lines)
    const tracked = await moveAll(
      ctx,
      parts.map(({ itemId, quantity }) => ({ itemId, locationId: purchase.locationId, delta: quantity })),
      {
        reason: 'received',
        subject: { kind: 'purchase', id: purchaseId },
        cause: 'inventory.purchases.receive',
      },
    )
    await markLots(ctx, tracked, parts)
    await keepReceipt(ctx, purchase, parts, { reference, note })
    const came = new Map(parts.map(({ itemId, quantity }) => [itemId, quantity]))
    const isWhole = purchase.lines.every(
      ({ itemId, quantity, received }) => received + (came.get(itemId) ?? 0) >= quantity,
    )
    return step(ctx, purchase, isWhole ? 'closed' : 'receiving')
  },
})

type Part = Arrival & { unitCost: Money }

function partsOf(purchase: Purchase, wanted: Arrival[] | undefined): Part[] {
  const open = purchase.lines.map(({ itemId, quantity, received }) => ({
    itemId,
    left: Math.max(0, quantity - received),
  }))
  const parts = portionsOf(open, wanted).map((part, at) => {
    const line = purchase.lines.find(({ itemId }) => itemId === part.itemId)!
    const most = line.quantity + Math.floor((line.quantity * purchase.overPercent) / 100)
    const left = Math.max(0, most - line.received)
    if (part.quantity > left) throw MoreThanOrdered({ itemId: part.itemId, left })
    return { ...part, ...wanted?.[at], unitCost: wanted?.[at]?.unitCost ?? line.unitCost }
  })
  checkCosts(parts, purchase.total.currency)
  return parts
}

async function markLots(ctx: Ctx, tracked: TrackedMove[], parts: Part[]): Promise<void> {
  for (const [at, { itemId, quantity, lots }] of parts.entries()) {
    const path = `lines.${at}.lots`
    const move = tracked.find((each) => each.itemId === itemId)
    if (!move && !lots) continue
    if (!move) throw invalid(path, 'not_tracked', 'The pieces of this item are not told apart.')
    if (lots?.reduce((sum, lot) => sum + lot.quantity, 0) !== quantity)
      throw invalid(path, 'incomplete', `Say of which lots all ${quantity} are.`)
    await putIn(ctx, move, lots, path)
  }
}

async function keepReceipt(
  ctx: Ctx,
  purchase: Purchase,
  parts: Part[],
  { reference, note }: { reference: string | null; note: string | null },
): Promise<void> {
  const id = newId()
  await sql`
    with part as (
      select * from unnest(${parts.map((part) => part.itemId)}::uuid[], ${parts.map((part) => part.quantity)}::int[],
        ${parts.map((part) => part.unitCost.amount)}::bigint[]) as p(item_id, quantity, cost)
    ), made as (
      insert into inventory.receipt (id, store_id, purchase_id, reference, note, actor, at)
      values (${id}, ${ctx.storeId}, ${purchase.id}, ${reference}, ${note}, ${callerOf(ctx.actor)}, ${ctx.now()})
    ), lines as (
      insert into inventory.receipt_line (store_id, receipt_id, purchase_id, item_id, currency, quantity, unit_cost_amount)
      select ${ctx.storeId}, ${id}, ${purchase.id}, item_id, ${purchase.total.currency}, quantity, cost from part
    )
    update inventory.purchase_line l set received = l.received + p.quantity from part p
    where l.store_id = ${ctx.storeId} and l.purchase_id = ${purchase.id} and l.item_id = p.item_id`.execute(
    ctx.db,
  )
}
