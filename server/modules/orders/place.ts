/**
 * Places an order from a cart.
 *
 * First transaction: the cart is taken, prices are checked, the order is born with its
 * held stock and its payment. Then the provider is asked, and a second transaction
 * keeps its answer. An unpaid hold lapses by itself; only the provider's fact confirms.
 *
 * One order per cart: asked again, with another key or from another tab, it answers with
 * the same order, and starts another attempt when the last one failed.
 */
import type { Ctx } from '#kit/context.ts'
import { isFailure } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { Id, Key, Link, Money, Type, type Static } from '#kit/types.ts'
import {
  CartClosed,
  CartIncomplete,
  NotForSale,
  OutOfStock,
  pricedForOrder,
  takenCart,
  takesOwnCart,
  type PricedCart,
} from '../cart/index.ts'
import { deliverySnapshot } from '../delivery/index.ts'
import { OutOfStock as StockIsShort, hold } from '../inventory/index.ts'
import { MethodUnknown } from '../payments/index.ts'
import { settingsSnapshot } from '../settings/index.ts'
import { taxSnapshot } from '../tax/index.ts'
import { Placement, again, begin, call, holdUntil, resume, settle, type Carry } from './attempt.ts'
import { bear, type BornLine } from './birth.ts'
import { confirm } from './confirm.ts'
import { ordersChanged } from './events.ts'
import { NotPayable, TotalChanged } from './failures.ts'
import { lockOrderOfCart, type LockedOrder } from './lock.ts'

const Input = Type.Object({
  cartId: Id,
  paymentMethod: Key,
  returnUrl: Link,
  cancelUrl: Link,
  expectedTotal: Type.Optional(Money),
})
type Input = Static<typeof Input>

export const place = task({
  id: 'orders.place',
  summary: 'Place an order from a cart',
  description:
    'Sets the goods aside and starts the payment. Follow `next`. Send `expectedTotal` so that no one pays another total than the one they saw.',
  rest: 'POST /orders',
  audience: 'shop',
  access: takesOwnCart,
  idempotency: 'required',
  status: 201,
  input: Input,
  output: Placement,
  failures: [CartIncomplete, CartClosed, NotForSale, OutOfStock, TotalChanged, NotPayable, MethodUnknown],

  async begin(input, ctx) {
    const { cart, row } = takenCart(ctx)
    if (row) {
      const carry = await birth(await pricedForOrder(row, ctx), input, ctx)
      return { resourceId: carry.orderId, carry }
    }
    const order =
      cart.state === 'completing' || cart.state === 'completed'
        ? await lockOrderOfCart(ctx, cart.id)
        : undefined
    if (!order) throw CartClosed({ state: cart.state })
    mustExpect(input, { amount: order.total_amount, currency: order.currency })
    const payment = order.state === 'pending' ? await again(ctx, order, input, 'orders.place') : null
    return { resourceId: order.id, carry: { orderId: order.id, payment } }
  },
  call,
  settle,
  resume,
})

async function birth(priced: PricedCart, input: Input, ctx: Ctx): Promise<Carry> {
  const total = { amount: priced.totals.total, currency: priced.row.currency }
  mustExpect(input, total)
  // Who saw no total must at least not pay more than the prices they were shown.
  const dearer = priced.lines.some((line) => line.unitAmount > line.seenAmount)
  if (!input.expectedTotal && dearer) throw TotalChanged({ total })
  await ctx.app.snapshots.assertFresh([settingsSnapshot, taxSnapshot, deliverySnapshot], ctx)
  const until = await holdUntil(ctx, priced.row.channel_id)
  const { order, lines } = await bear(ctx, priced, until)
  await setAside(ctx, order, lines, priced, until)
  ctx.emit(ordersChanged, { ids: [order.id] })
  if (order.total_amount > 0) return { orderId: order.id, payment: await begin(ctx, order, input) }
  await confirm(ctx, order, null, 'orders.place')
  return { orderId: order.id, payment: null }
}

function mustExpect(input: Input, total: Money): void {
  const expected = input.expectedTotal
  if (expected && (expected.amount !== total.amount || expected.currency !== total.currency))
    throw TotalChanged({ total })
}

/** What is short is told by the lines of the cart, which the shopper knows. */
async function setAside(
  ctx: Ctx,
  order: LockedOrder,
  lines: BornLine[],
  priced: PricedCart,
  until: Date,
): Promise<void> {
  try {
    await hold(ctx, { holder: { kind: 'order', id: order.id }, lines, until })
  } catch (error) {
    if (!isFailure(error) || error.code !== StockIsShort.code) throw error
    const short = (error.details as Static<typeof StockIsShort.details>).lines.map(
      ({ lineId, available }) => ({
        lineId: priced.lines[lines.findIndex((line) => line.lineId === lineId)]!.id,
        available,
      }),
    )
    throw OutOfStock({ available: Math.min(...short.map((line) => line.available)), lines: short })
  }
}
