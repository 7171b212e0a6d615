/**
 * How a cart becomes an order, for shoppers and staff alike: one order per cart, whoever asks and however often.
 *
 * Runs in the first transaction of the command, with the cart taken.
 */
import type { Ctx } from '#kit/context.ts'
import { isFailure } from '#kit/failure.ts'
import { tally } from '#kit/measure.ts'
import type { Money, Static } from '#kit/types.ts'
import {
  CartClosed,
  CartIncomplete,
  NotForSale,
  OutOfStock,
  WrongQuantity,
  cartSettingsSnapshot,
  pricedForOrder,
  type PricedCart,
  type Taken,
} from '../cart/index.ts'
import { deliverySnapshot } from '../delivery/index.ts'
import {
  OutOfStock as StockIsShort,
  allocationSnapshot,
  hold,
  placesSnapshot,
  promisesSnapshot,
} from '../inventory/index.ts'
import { MethodUnknown } from '../payments/index.ts'
import { depositsSnapshot, listsSnapshot } from '../pricing/index.ts'
import { codeRefusals, promotionsSnapshot, redeem, refusalOf } from '../promotions/index.ts'
import { settingsSnapshot } from '../settings/index.ts'
import { taxSnapshot } from '../tax/index.ts'
import { again, begin, holdUntil, type Carry, type Wish } from './attempt.ts'
import { bear, type BornLine } from './birth.ts'
import { confirm } from './confirm.ts'
import { ordersChanged } from './events.ts'
import { freeLapsed } from './expire.ts'
import { NotPayable, TotalChanged } from './failures.ts'
import { keepPromises } from './promises.ts'
import { lockOrderOfCart, type LockedOrder } from './lock.ts'
import { placed, refusedForStock } from './measures.ts'

/** What can stand in the way, for the operations to declare. */
export const placingFailures = [
  CartIncomplete,
  CartClosed,
  NotForSale,
  WrongQuantity,
  OutOfStock,
  ...codeRefusals,
  TotalChanged,
  NotPayable,
  MethodUnknown,
]

export interface PlaceInput extends Wish {
  expectedTotal?: Money
}

/** The order that a taken cart becomes, or has become already. */
export async function placeTaken(
  ctx: Ctx,
  { cart, row }: Taken,
  input: PlaceInput,
  cause: string,
): Promise<{ resourceId: string; carry: Carry }> {
  if (row) {
    const carry = await birth(await pricedForOrder(row, ctx), input, cause, ctx)
    return { resourceId: carry.orderId, carry }
  }
  const order =
    cart.state === 'completing' || cart.state === 'completed'
      ? await lockOrderOfCart(ctx, cart.id)
      : undefined
  if (!order) throw CartClosed({ state: cart.state })
  mustExpect(input, { amount: order.total_amount, currency: order.currency })
  const payment = order.state === 'pending' ? await again(ctx, order, input, cause) : null
  return { resourceId: order.id, carry: { orderId: order.id, payment } }
}

async function birth(priced: PricedCart, input: PlaceInput, cause: string, ctx: Ctx): Promise<Carry> {
  const total = { amount: priced.totals.total, currency: priced.row.currency }
  mustBeAsEntered(priced, input, total)
  mustExpect(input, total)
  // Who saw no total must at least not pay more than the prices they were shown.
  const single = priced.lines.filter((line) => line.bundleId === null)
  const dearer = [...single, ...priced.bundles].some((each) => each.unitAmount > each.seenAmount)
  if (!input.expectedTotal && dearer) throw TotalChanged({ total })
  const computedWith = [
    settingsSnapshot,
    taxSnapshot,
    deliverySnapshot,
    placesSnapshot,
    allocationSnapshot,
    promotionsSnapshot,
    listsSnapshot,
    depositsSnapshot,
    cartSettingsSnapshot,
    promisesSnapshot,
  ]
  await ctx.app.snapshots.assertFresh(computedWith, ctx)
  const until = await holdUntil(ctx, priced.row.channel_id)
  const { order, lines } = await bear(ctx, priced, until, cause)
  tally(ctx, placed, { currency: order.currency })
  const later = await setAside(ctx, order, lines, priced, until)
  const isPreOrder = await keepPromises(ctx, order.id, lines, later)
  const { customer_id: customerId, email, currency } = priced.row
  const holder = { kind: 'order', id: order.id }
  await redeem(ctx, holder, priced.weighed.discounts, { customerId, email }, currency)
  ctx.emit(ordersChanged, { ids: [order.id] })
  if (order.total_amount > 0)
    return { orderId: order.id, payment: await begin(ctx, order, input, { isPreOrder }) }
  await confirm(ctx, order, null, cause)
  return { orderId: order.id, payment: null }
}

/** A code that no longer holds is told by its reason, unless the shopper has seen the total without it. */
function mustBeAsEntered({ row, weighed }: PricedCart, { expectedTotal }: PlaceInput, total: Money): void {
  if (expectedTotal?.amount === total.amount) return
  for (const { promotionId } of row.codes) {
    const refusal = refusalOf(weighed, promotionId, row.currency)
    if (refusal) throw refusal
  }
}

function mustExpect(input: PlaceInput, total: Money): void {
  const expected = input.expectedTotal
  if (expected && (expected.amount !== total.amount || expected.currency !== total.currency))
    throw TotalChanged({ total })
}

/**
 * What is short is told by the lines of the cart, which the shopper knows. Answers of which lines of the order how
 * many pieces are not there yet.
 */
async function setAside(
  ctx: Ctx,
  order: LockedOrder,
  lines: BornLine[],
  priced: PricedCart,
  until: Date,
): Promise<Map<string, number>> {
  try {
    const purpose = { channelId: order.channel_id, to: priced.row.shipping_address }
    return await hold(ctx, { holder: { kind: 'order', id: order.id }, lines, until, purpose })
  } catch (error) {
    if (!isFailure(error) || error.code !== StockIsShort.code) throw error
    const wanted = lines.map((line) => line.variantId)
    if (await freeLapsed(ctx, wanted)) return setAside(ctx, order, lines, priced, until)
    const short = (error.details as Static<typeof StockIsShort.details>).lines.map(
      ({ lineId, available }) => ({
        lineId: priced.lines[lines.findIndex((line) => line.lineId === lineId)]!.id,
        available,
      }),
    )
    ctx.app.metrics.count(refusedForStock.name)
    throw OutOfStock({ available: Math.min(...short.map((line) => line.available)), lines: short })
  }
}
