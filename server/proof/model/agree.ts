/** Holds the real store against the model: what its operations answer, and what its tables count. */
import assert from 'node:assert/strict'
import { get as getCart } from '../../modules/cart/get.ts'
import { get as getPromotion } from '../../modules/promotions/get.ts'
import type { Totals } from '../../modules/cart/cart.ts'
import { cartCost, codeOf, missingOf, offLine, problemsOf } from './carts.ts'
import { costOf, type Cost } from './exact.ts'
import { orderOf, type Store } from './store.ts'
import { available, type Cart, type Order, type World } from './world.ts'

export async function cartAgrees(store: Store, index: number): Promise<void> {
  const cart = store.world.carts[index]!
  const real = await (await store.person(cart.owner)).call(getCart, { cartId: store.carts[index]! })
  const thingOf = (id: string) => store.things.findIndex(({ variantId }) => variantId === id)
  const lineOf = new Map(real.lines.map((line) => [line.id, thingOf(line.variantId)]))
  assert.deepEqual(
    {
      state: real.state,
      version: real.version,
      lines: real.lines
        .map((line) => [
          thingOf(line.variantId),
          line.quantity,
          line.unitPrice.amount,
          line.discount.amount,
          line.total.amount,
          line.available,
        ])
        .toSorted(byFirst),
      itemCount: real.itemCount,
      email: real.email !== null,
      country: real.shippingAddress?.country ?? null,
      cost: costShown(real.totals),
      missing: real.missing,
      code: real.codes[0] ? (real.codes[0].problem?.code ?? 'holds') : null,
      problems: real.problems.map(({ kind, lineId }) => `${lineOf.get(lineId)} ${kind}`).toSorted(),
    },
    { ...cartExpected(store.world, cart) },
    `cart ${index}`,
  )
}

function cartExpected(world: World, cart: Cart) {
  return {
    state: cart.state,
    version: cart.version,
    lines: cart.lines
      .map(({ thing, quantity }) => {
        const { price } = world.things[thing]!
        const off = offLine(world, cart, thing)
        return [thing, quantity, price, off, price * quantity - off, Math.max(0, available(world, thing))]
      })
      .toSorted(byFirst),
    itemCount: cart.lines.reduce((sum, { quantity }) => sum + quantity, 0),
    email: cart.email,
    country: cart.country,
    cost: cartCost(world, { ...cart, country: cart.country ?? null }),
    missing: missingOf(cart),
    code: codeOf(world, cart),
    problems: problemsOf(world, cart).toSorted(),
  }
}

const byFirst = ([a]: number[], [b]: number[]) => a! - b!

function costShown(totals: Totals): Cost {
  assert.ok(totals.taxIncluded)
  return {
    subtotal: totals.subtotal.amount,
    discount: totals.discount.amount,
    delivery: totals.delivery.amount,
    tax: totals.tax.amount,
    total: totals.total.amount,
    taxes: totals.taxes.map((tax) => ({
      rate: tax.rateBasisPoints,
      base: tax.base.amount,
      amount: tax.amount.amount,
    })),
  }
}

export async function orderAgrees(store: Store, index: number): Promise<void> {
  const order = store.world.orders[index]!
  const real = await orderOf(store, index)
  assert.deepEqual(
    {
      state: real.state,
      status: real.status,
      payment: real.paymentStanding,
      fulfilment: real.fulfilmentStanding,
      numbered: real.number !== null,
      cost: costShown(real.totals),
      lines: real.lines.map((line) => [
        line.quantity,
        line.unitPrice.amount,
        line.discount.amount,
        line.quantityShipped,
        line.quantityCancelled,
      ]),
      payments: real.payments.map((each) => [
        each.state,
        each.amount.amount,
        each.captured.amount,
        each.refunded.amount,
      ]),
      holdUntil: real.holdUntil,
      canCancel: real.canCancel,
    },
    orderExpected(order),
    `order ${index}`,
  )
}

function orderExpected(order: Order) {
  const isPending = order.state === 'pending'
  const moving = order.payments.some(({ here, captured }) => here === 'processing' || captured > 0)
  return {
    state: order.state,
    status: statusOf(order),
    payment: paymentOf(order),
    fulfilment: fulfilmentOf(order),
    numbered: order.numbered,
    cost: costOf(order.lines, order.delivery),
    lines: order.lines.map(({ quantity, unit, off, shipped, cancelled }) => [
      quantity,
      unit,
      off,
      shipped,
      cancelled,
    ]),
    payments: order.payments.map(({ here, captured, refunded }) => [here, order.total, captured, refunded]),
    holdUntil: isPending ? new Date(order.holdUntil).toISOString() : null,
    canCancel: isPending && !moving,
  }
}

const sum = <T>(items: T[], of: (item: T) => number) => items.reduce((whole, item) => whole + of(item), 0)

function paymentOf({ payments }: Order): string {
  const [captured, refunded] = [
    sum(payments, (each) => each.captured),
    sum(payments, (each) => each.refunded),
  ]
  if (captured > 0) return refunded === 0 ? 'paid' : refunded < captured ? 'part_refunded' : 'refunded'
  return payments.some(({ here }) => here === 'requires_action' || here === 'processing')
    ? 'pending'
    : 'failed'
}

function fulfilmentOf({ lines }: Order): string {
  const wanted = sum(lines, ({ quantity, cancelled }) => quantity - cancelled)
  const [shipped, delivered] = [sum(lines, (line) => line.shipped), sum(lines, (line) => line.delivered)]
  if (shipped === 0) return 'none'
  if (delivered > 0) return delivered === wanted ? 'delivered' : 'part_delivered'
  return shipped === wanted ? 'shipped' : 'part_shipped'
}

function statusOf(order: Order): string {
  if (paymentOf(order) === 'refunded') return 'refunded'
  if (order.state === 'cancelled' || order.state === 'expired') return 'cancelled'
  if (order.state === 'pending') return 'pending'
  const sent = fulfilmentOf(order)
  return sent === 'delivered' || sent === 'shipped' ? sent : 'paid'
}

/** How often the offer was used, by all orders that are not off. */
export async function offerAgrees({ shop, offer, world }: Store): Promise<void> {
  const { used } = await shop.bob.call(getPromotion, { promotionId: offer.promotionId })
  assert.equal(used, world.offer.used, 'uses of the offer')
}

export async function stockAgrees(store: Store): Promise<void> {
  const { rows } = await store.shop.app.pool.pg.query<{
    item_id: string
    location_id: string
    on_hand: number
    reserved: number
  }>('select item_id, location_id, on_hand, reserved from inventory.level where item_id = any($1)', [
    store.items,
  ])
  const real = store.items.map((item) => ({
    at: store.places.map((place) => {
      const row = rows.find((each) => each.item_id === item && each.location_id === place)
      return { onHand: row?.on_hand ?? 0, reserved: row?.reserved ?? 0 }
    }),
  }))
  assert.deepEqual(real, store.world.items, 'stock by item and place')
}
