/** The rules of orders, their payments, parcels and refunds, as the model has them. */
import { costOf } from './exact.ts'
import { codeOf, deliveryOf, missingOf, offLine, rateOf } from './carts.ts'
import { thereFor } from './queue.ts'
import { isLapsed, minutes, refuse, type Order, type OrderLine, type Payment, type World } from './world.ts'

const HOLD = minutes(15)
const LONGEST_HOLD = minutes(24 * 60)
const LONGEST_BY_TRYING = minutes(60)
/** The company waits so long for a shopper. */
const UNPAID_FOR = minutes(30)

const isOpen = ({ here }: Payment) => here === 'requires_action' || here === 'processing'
const isOff = ({ state }: Order) => state === 'cancelled' || state === 'expired'

export function liveOrderOf(world: World, cart: number): Order | undefined {
  return world.orders.find((order) => order.cart === cart && !isOff(order))
}

/** Answers the index of the order. */
export function place(world: World, index: number, expected: number | null): void {
  const cart = world.carts[index]!
  if (cart.state === 'completing' || cart.state === 'completed') {
    const order = liveOrderOf(world, index) ?? refuse('cart.closed')
    if (expected !== null && expected !== order.total) refuse('orders.total_changed')
    if (order.state === 'pending') payAgain(world, order)
    return
  }
  if (cart.state !== 'open') refuse('cart.closed')
  if (cart.lines.some(({ thing }) => !world.things[thing]!.forSale)) refuse('cart.not_for_sale')
  if (missingOf(cart).length > 0) refuse('cart.incomplete')
  const delivery = deliveryOf(world, cart)!
  const lines = cart.lines.map((line): OrderLine => ({
    thing: line.thing,
    quantity: line.quantity,
    unit: world.things[line.thing]!.price,
    off: offLine(world, cart, line.thing),
    rate: rateOf(world, line.thing, cart.country),
    shipped: 0,
    delivered: 0,
    cancelled: 0,
    held: [],
  }))
  const { total } = costOf(lines, delivery)
  const code = codeOf(world, cart)
  if (expected !== total && code !== null && code !== 'holds') refuse(code)
  if (expected !== null && expected !== total) refuse('orders.total_changed')
  if (expected === null && cart.lines.some(({ thing, seen }) => world.things[thing]!.price > seen))
    refuse('orders.total_changed')
  if (!setAside(world, lines) && !(freeLapsed(world, lines) && setAside(world, lines)))
    refuse('cart.out_of_stock')
  const { owner } = cart
  const holdUntil = world.now + HOLD
  const order: Order = {
    cart: index,
    owner,
    state: 'pending',
    lines,
    delivery,
    offered: code === 'holds',
    total,
    placed: world.now,
    holdUntil,
    numbered: false,
    payments: [],
    shipments: [],
  }
  order.payments.push(newPayment(world))
  world.orders.push(order)
  if (order.offered) world.offer.used++
  Object.assign(cart, { state: 'completing', version: cart.version + 1, touched: world.now })
}

/** Place after place, all lines or none. */
function setAside(world: World, lines: OrderLine[]): boolean {
  const enough = lines.every((line) =>
    world.things[line.thing]!.parts.every(({ item, units }) => {
      let open = line.quantity * units
      const at = world.items[item]!.at.map((count) => {
        const here = Math.min(open, Math.max(0, count.onHand - count.reserved))
        open -= here
        count.reserved += here
        return here
      })
      line.held.push({ item, at })
      return open === 0
    }),
  )
  if (!enough) giveBack(world, lines)
  return enough
}

function giveBack(world: World, lines: OrderLine[]): void {
  for (const line of lines) {
    for (const { item, at } of line.held)
      at.forEach((many, place) => (world.items[item]!.at[place]!.reserved -= many))
    line.held = []
  }
}

/** Whoever wants what others held too long does not wait for the sweep. */
function freeLapsed(world: World, lines: OrderLine[]): boolean {
  const wanted = new Set(lines.flatMap(({ thing }) => world.things[thing]!.parts.map(({ item }) => item)))
  const late = world.orders.filter(
    (order) =>
      isLapsed(world, order) && order.lines.some(({ held }) => held.some(({ item }) => wanted.has(item))),
  )
  for (const order of late) expireOne(world, order)
  return late.length > 0
}

function newPayment(world: World): Payment {
  const state = 'requires_action' as const
  return { there: state, here: state, opened: world.now, due: 0, captured: 0, refunded: 0 }
}

export function payAgain(world: World, order: Order): void {
  if (order.state !== 'pending') refuse('orders.not_payable')
  const open = order.payments.find(isOpen)
  if (open?.here !== 'processing') {
    const until = Math.min(world.now + HOLD, order.placed + LONGEST_BY_TRYING)
    order.holdUntil = Math.max(order.holdUntil, until)
  }
  if (open) return
  order.payments.push(newPayment(world))
}

export type Choice = 'pay' | 'decline' | 'approve' | 'fail' | { minutes: number }

/** What the shopper does on the company's page; the store knows nothing of it yet. */
export function chooseThere(world: World, payment: Payment, choice: Choice): void {
  if (typeof choice === 'object')
    Object.assign(payment, { there: 'processing', due: world.now + minutes(choice.minutes) })
  else payment.there = choice === 'pay' || choice === 'approve' ? 'captured' : 'failed'
}

/** The store hears of one payment. */
export function hearOf(world: World, order: Order, payment: Payment): void {
  if (payment.there === payment.here) return
  if (payment.there === 'captured' && payment.captured === 0) return captured(world, order, payment)
  if (isOpen(payment)) payment.here = payment.there
}

function captured(world: World, order: Order, payment: Payment): void {
  Object.assign(payment, { here: 'captured', captured: order.total })
  if (order.state === 'pending') {
    Object.assign(order, { state: 'confirmed', numbered: true })
    const cart = world.carts[order.cart]!
    Object.assign(cart, { state: 'completed', version: cart.version + 1, touched: world.now })
  } else payment.refunded = payment.captured // it came too late: all of it goes back
}

/** Time did its work at the company, and the store heard of everything. */
export function hearAll(world: World): void {
  for (const order of world.orders)
    for (const payment of order.payments) {
      if (payment.there === 'processing' && payment.due <= world.now) payment.there = 'captured'
      if (payment.there === 'requires_action') {
        if (payment.opened + UNPAID_FOR <= world.now) payment.there = 'expired'
        else if (!isOpen(payment)) payment.there = 'cancelled' // the void that was owed
      }
      hearOf(world, order, payment)
    }
}

export function expire(world: World): void {
  for (const order of world.orders) if (isLapsed(world, order)) expireOne(world, order)
}

function expireOne(world: World, order: Order): void {
  const busy = order.payments.some(({ here }) => here === 'processing')
  if (busy && order.placed + LONGEST_HOLD > world.now) order.holdUntil = world.now + HOLD
  else close(world, order, 'expired')
}

function close(world: World, order: Order, as: 'cancelled' | 'expired', reopens = true): void {
  const cart = world.carts[order.cart]!
  if (order.state === 'pending' && reopens)
    Object.assign(cart, { state: 'open', version: cart.version + 1, touched: world.now })
  order.state = as
  if (order.offered) world.offer.used--
  for (const line of order.lines) line.cancelled = line.quantity - line.shipped
  giveBack(world, order.lines)
  for (const payment of order.payments) {
    if (isOpen(payment)) payment.here = 'cancelled'
    payment.refunded = payment.captured
  }
}

const isMoneyMoving = (order: Order) =>
  order.payments.some(({ here, captured, refunded }) => here === 'processing' || captured > refunded)

export function cancelForChange(world: World, cart: number): void {
  const order = liveOrderOf(world, cart)
  if (!order) return
  if (order.state !== 'pending' || isMoneyMoving(order)) refuse('cart.closed')
  close(world, order, 'cancelled', false)
}

export function cancel(world: World, order: Order): void {
  if (order.state !== 'pending' || isMoneyMoving(order)) refuse('orders.not_cancellable')
  close(world, order, 'cancelled')
}

export function staffCancel(world: World, order: Order): void {
  const cancellable = order.state === 'pending' || order.state === 'confirmed'
  if (!cancellable || order.lines.some(({ shipped }) => shipped > 0)) refuse('orders.not_cancellable')
  close(world, order, 'cancelled')
}

export type Parts = { line: number; quantity: number }[]

/** Without parts, everything that is left. */
export function ship(world: World, order: Order, wanted: Parts | null): void {
  if (order.state === 'completed') refuse('fulfilment.nothing_to_ship')
  if (order.state !== 'confirmed') refuse('fulfilment.not_shippable')
  const left = ({ quantity, shipped, cancelled }: OrderLine) => quantity - shipped - cancelled
  const all = order.lines.map((line, index) => ({ line: index, quantity: left(line) }))
  const parts = wanted ?? all.filter(({ quantity }) => quantity > 0)
  if (parts.length === 0) refuse('fulfilment.nothing_to_ship')
  for (const part of parts)
    if (part.quantity > left(order.lines[part.line]!)) refuse('fulfilment.more_than_left')
  const goods = parts.map((part) => ({ ...part, there: thereOf(world, order.lines[part.line]!) }))
  for (const { line, quantity, there } of goods) leave(world, order.lines[line]!, quantity, there)
  order.shipments.push({ lines: parts, delivered: false })
}

/** Of each part of a line, what is there for it at each place. */
const thereOf = (world: World, line: OrderLine) => line.held.map(({ item }) => thereFor(world, line, item))

function leave(world: World, line: OrderLine, quantity: number, there: number[][]): void {
  line.shipped += quantity
  for (const [index, { item, at }] of line.held.entries()) {
    let open = quantity * world.things[line.thing]!.parts.find((part) => part.item === item)!.units
    at.forEach((held, place) => {
      const here = Math.min(open, there[index]![place]!)
      open -= here
      at[place] = held - here
      const count = world.items[item]!.at[place]!
      count.onHand -= here
      count.reserved -= here
    })
    if (open > 0) refuse('inventory.not_there')
  }
}

export function deliver(order: Order, index: number): void {
  const shipment = order.shipments[index]!
  if (shipment.delivered) refuse('fulfilment.not_on_the_way')
  shipment.delivered = true
  for (const { line, quantity } of shipment.lines) order.lines[line]!.delivered += quantity
  if (order.lines.every(({ quantity, cancelled, delivered }) => delivered === quantity - cancelled))
    order.state = 'completed'
}

export function refund(payment: Payment, amount: number): void {
  if (amount > payment.captured - payment.refunded) refuse('payments.refund_too_large')
  payment.refunded += amount
}
