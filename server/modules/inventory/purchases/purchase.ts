/**
 * An order of the store to a supplier.
 *
 *   draft -> ordered -> receiving -> closed;  draft | ordered -> cancelled
 *
 * What comes is counted in as it comes, with what it cost. More than was ordered is taken up to `overPercent`; less
 * leaves the rest expected, until it comes or somebody closes the order.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion, failure, invalid } from '#kit/failure.ts'
import {
  Count,
  Day,
  Id,
  Instant,
  Int,
  List,
  MAX_SAFE,
  Money,
  Nullable,
  Text,
  Type,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { MOST_ITEM_LINES, whichItem } from '../item-lines.ts'
import { Quantity, Sum } from '../shapes.ts'

export type PurchaseState = 'draft' | 'ordered' | 'receiving' | 'closed' | 'cancelled'
export const PurchaseState = Words('PurchaseState', 'draft', 'ordered', 'receiving', 'closed', 'cancelled')

/** Steps from one state to the next, as in the database's own guard. */
export const STEPS: Record<PurchaseState, readonly PurchaseState[]> = {
  draft: ['ordered', 'cancelled'],
  ordered: ['receiving', 'closed', 'cancelled'],
  receiving: ['closed'],
  closed: [],
  cancelled: [],
}

export const PurchaseNotOpen = failure(
  'inventory.purchase_not_open',
  409,
  Type.Object({ state: PurchaseState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      state === 'draft'
        ? 'This purchase has not been ordered yet.'
        : state === 'receiving'
          ? 'Some of this purchase has come already.'
          : `This purchase is ${state} already.`,
    de: ({ state }) =>
      state === 'draft'
        ? 'Dieser Einkauf wurde noch nicht bestellt.'
        : state === 'receiving'
          ? 'Ein Teil dieses Einkaufs ist schon gekommen.'
          : 'Dieser Einkauf ist schon abgeschlossen.',
    ar: ({ state }) =>
      state === 'draft'
        ? 'لم يُطلب هذا الشراء بعد.'
        : state === 'receiving'
          ? 'وصل جزء من هذا الشراء.'
          : 'أُغلق هذا الشراء من قبل.',
  },
)

const PurchaseLine = shape('PurchaseLine', {
  itemId: Id,
  sku: Text(80),
  quantity: Quantity,
  /** May be more than were ordered, as far as the purchase allows. */
  received: Sum,
  unitCost: Money,
  /** Null: with the rest of the purchase. */
  expectedOn: Nullable(Day),
})

export const Purchase = shape('Purchase', {
  id: Id,
  number: Count,
  supplierId: Id,
  supplierName: Text(120),
  /** Where it is to arrive. */
  locationId: Id,
  state: PurchaseState,
  /** The supplier's own number for it. */
  reference: Nullable(Text(120)),
  expectedOn: Nullable(Day),
  /** So much more than was ordered is taken. */
  overPercent: Int(0, 100),
  note: Nullable(Text(400)),
  lines: List(PurchaseLine, MOST_ITEM_LINES),
  /** Of what was ordered, at the costs agreed. */
  total: Money,
  orderedAt: Nullable(Instant),
  /** When it was closed or cancelled. */
  endedAt: Nullable(Instant),
  createdAt: Instant,
  version: Version,
})
export type Purchase = Static<typeof Purchase>

export const NewPurchaseLine = shape('NewPurchaseLine', {
  ...whichItem,
  quantity: Quantity,
  unitCost: Money,
  expectedOn: Type.Optional(Nullable(Day)),
})
export type NewPurchaseLine = Static<typeof NewPurchaseLine>

/** Of a purchase `p`. */
export const purchaseColumns = sql`p.id, p.number, p.supplier_id as "supplierId",
  (select s.name from inventory.supplier s where s.id = p.supplier_id) as "supplierName", p.location_id as "locationId", p.state, p.reference,
  p.expected_on as "expectedOn", p.over_percent as "overPercent", p.note, kit.utc(p.ordered_at) as "orderedAt", kit.utc(p.ended_at) as "endedAt",
  kit.utc(p.created_at) as "createdAt", p.version,
  coalesce((select json_agg(json_build_object('itemId', l.item_id, 'sku', i.sku, 'quantity', l.quantity, 'received', l.received,
      'unitCost', json_build_object('amount', l.unit_cost_amount, 'currency', l.currency), 'expectedOn', l.expected_on) order by i.sku, i.id)
    from inventory.purchase_line l join inventory.item i on i.id = l.item_id where l.purchase_id = p.id), '[]') as lines,
  json_build_object('amount', coalesce((select sum(l.quantity * l.unit_cost_amount) from inventory.purchase_line l where l.purchase_id = p.id), 0),
    'currency', p.currency) as total`

export async function readPurchase(ctx: Ctx, id: string): Promise<Purchase> {
  const { rows } = await sql<Purchase>`
    select ${purchaseColumns} from inventory.purchase p where p.store_id = ${ctx.storeId} and p.id = ${id}`.execute(
    ctx.db,
  )
  const [purchase] = rows
  if (!purchase) throw NotFound({})
  return purchase
}

export async function lockPurchase(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<Purchase> {
  await sql`select from inventory.purchase where store_id = ${ctx.storeId} and id = ${id} for update`.execute(
    ctx.db,
  )
  const purchase = await readPurchase(ctx, id)
  if (expectedVersion !== undefined && expectedVersion !== purchase.version)
    throw StaleVersion({ currentVersion: purchase.version })
  return purchase
}

/** The next state; answers with the purchase as it is then. */
export async function step(ctx: Ctx, before: Purchase, state: PurchaseState): Promise<Purchase> {
  const ended = state === 'closed' || state === 'cancelled'
  await sql`
    update inventory.purchase set state = ${state}, version = version + 1, updated_at = ${ctx.now()}, ended_at = ${ended ? ctx.now() : null}
    where store_id = ${ctx.storeId} and id = ${before.id}`.execute(ctx.db)
  const after = await readPurchase(ctx, before.id)
  ctx.audit({ subject: 'inventory.purchase', subjectId: before.id, before, after })
  return after
}

/** One currency, no cost below zero, and a sum that can be told. */
export function checkCosts(lines: { quantity: number; unitCost: Money }[], currency: string): void {
  let total = 0n
  lines.forEach(({ quantity, unitCost }, at) => {
    if (unitCost.currency !== currency)
      throw invalid(`lines.${at}.unitCost.currency`, 'currency', `This purchase is in ${currency}.`)
    if (unitCost.amount < 0)
      throw invalid(`lines.${at}.unitCost.amount`, 'negative', 'A cost is not below zero.')
    total += BigInt(quantity) * BigInt(unitCost.amount)
    if (total > MAX_SAFE) throw invalid(`lines.${at}.unitCost.amount`, 'too_large', 'The sum is too large.')
  })
}

export async function writeLines(
  ctx: Ctx,
  purchaseId: string,
  currency: string,
  lines: NewPurchaseLine[],
  items: string[],
): Promise<void> {
  await sql`
    insert into inventory.purchase_line (store_id, purchase_id, item_id, currency, quantity, unit_cost_amount, expected_on)
    select ${ctx.storeId}, ${purchaseId}, l.item_id, ${currency}, l.quantity, l.cost, l.expected_on
    from unnest(${items}::uuid[], ${lines.map((line) => line.quantity)}::int[], ${lines.map((line) => line.unitCost.amount)}::bigint[],
      ${lines.map((line) => line.expectedOn ?? null)}::date[]) as l(item_id, quantity, cost, expected_on)`.execute(
    ctx.db,
  )
}
