/** The rules of carts and of stock counted by hand, as the model has them. */
import { costOf, type Cost } from './exact.ts'
import { cancelForChange } from './orders.ts'
import { replan } from './queue.ts'
import { available, minutes, refuse, type Cart, type Owner, type World } from './world.ts'

const CART_LIVES = minutes(30 * 24 * 60)
const MOST_OF_ONE = 999
const DELIVERY = { price: 490, freeFrom: 6000, rate: 1900 }
/** The zone and the tax rates of the shop in `testing/shop.ts`. */
const SERVED = ['DE', 'FR', 'AT']

export function currentCart(world: World, owner: Owner): number | null {
  const mine = world.carts
    .map((cart, index) => ({ cart, index }))
    .filter(({ cart }) => cart.owner === owner && (cart.state === 'open' || cart.state === 'completing'))
    .toSorted((a, b) => b.cart.touched - a.cart.touched || b.index - a.index)
  return mine[0]?.index ?? null
}

export function start(world: World, owner: Owner): void {
  if (currentCart(world, owner) !== null) return
  world.carts.push({
    owner,
    begunBy: owner,
    state: 'open',
    version: 1,
    lines: [],
    email: !isGuest(owner),
    country: null,
    method: false,
    code: false,
    touched: world.now,
    expires: world.now + CART_LIVES,
  })
}

const isGuest = (owner: Owner) => owner.startsWith('guest')

export function openToChange(world: World, index: number, expected?: number): Cart {
  const cart = world.carts[index]!
  if (expected !== undefined && expected !== cart.version) refuse('stale_version')
  if (cart.state === 'completed' || cart.state === 'merged') refuse('cart.closed')
  // A guest who began anew goes on with the new cart; a member may take up the old one.
  if (cart.state === 'abandoned' && isGuest(cart.owner) && currentCart(world, cart.owner) !== null)
    refuse('cart.closed')
  if (cart.state === 'completing') cancelForChange(world, index)
  cart.state = 'open'
  cart.version++
  cart.touched = world.now
  cart.expires = world.now + CART_LIVES
  return cart
}

export function add(world: World, index: number, thing: number, quantity: number, expected?: number): void {
  const cart = openToChange(world, index, expected)
  const { forSale, price } = world.things[thing]!
  const line = cart.lines.find((each) => each.thing === thing)
  const wanted = (line?.quantity ?? 0) + quantity
  if (!forSale) refuse('cart.not_for_sale')
  if (wanted > available(world, thing)) refuse('cart.out_of_stock')
  if (wanted > MOST_OF_ONE) refuse('invalid_input')
  if (line) Object.assign(line, { quantity: wanted, seen: price })
  else cart.lines.push({ thing, quantity, seen: price })
}

export function setQuantity(world: World, index: number, thing: number, quantity: number): void {
  const cart = openToChange(world, index)
  const line = cart.lines.find((each) => each.thing === thing) ?? refuse('not_found')
  const { forSale, price } = world.things[thing]!
  if (quantity === 0) return remove(world, index, thing, false)
  if (!forSale) refuse('cart.not_for_sale')
  if (quantity > available(world, thing)) refuse('cart.out_of_stock')
  Object.assign(line, { quantity, seen: price })
}

export function remove(world: World, index: number, thing: number, opens = true): void {
  const cart = opens ? openToChange(world, index) : world.carts[index]!
  if (!cart.lines.some((line) => line.thing === thing)) refuse('not_found')
  cart.lines = cart.lines.filter((line) => line.thing !== thing)
}

export function clear(world: World, index: number): void {
  Object.assign(openToChange(world, index), { lines: [], code: false })
}

/** What the offer takes off a line, or why it does not: the shop's code for it. Its order holds what a cart being paid for uses. */
function offOf(world: World, { code, lines, state }: Cart): { thing: number; off: number } | string | null {
  const { thing, basisPoints, limit, used } = world.offer
  const held = state === 'completing' || state === 'completed'
  if (!code) return null
  if (!held && used >= limit) return 'promotions.used_up'
  const line = lines.find((each) => each.thing === thing)
  const off = line ? Math.floor((line.quantity * world.things[thing]!.price * basisPoints) / 10_000) : 0
  return off > 0 ? { thing, off } : 'promotions.nothing_matches'
}

/** Of the code that was entered: `holds`, or why it does not. */
export function codeOf(world: World, cart: Cart): string | null {
  const off = offOf(world, cart)
  return off === null || typeof off === 'string' ? off : 'holds'
}

export function enterCode(world: World, index: number): void {
  const cart = openToChange(world, index)
  cart.code = true
  const refused = codeOf(world, cart)
  if (refused !== 'holds') refuse(refused!)
}

export function removeCode(world: World, index: number): void {
  const cart = openToChange(world, index)
  if (!cart.code) refuse('not_found')
  cart.code = false
}

/** What of a cart's line is taken off. */
export function offLine(world: World, cart: Cart, thing: number): number {
  const off = offOf(world, cart)
  return off !== null && typeof off === 'object' && off.thing === thing ? off.off : 0
}

export interface Details {
  email?: boolean
  country?: string | null
  method?: boolean
}

export function setDetails(world: World, index: number, details: Details): void {
  const cart = openToChange(world, index)
  Object.assign(cart, details)
  if (details.method && !isDelivered(cart)) refuse('cart.delivery_not_offered')
}

function isDelivered({ lines, country, method }: Cart): boolean {
  return method && lines.length > 0 && country !== null && SERVED.includes(country)
}

/** Outside the zone nothing is taxed, for no rate is set there. */
export function rateOf(world: World, thing: number, country: string | null): number {
  return country === null || SERVED.includes(country) ? world.things[thing]!.rate : 0
}

export function deliveryOf(world: World, cart: Cart): { unit: number; quantity: 1; rate: number } | null {
  if (!isDelivered(cart)) return null
  const subtotal = cart.lines.reduce(
    (sum, { thing, quantity }) => sum + quantity * world.things[thing]!.price,
    0,
  )
  return { unit: subtotal >= DELIVERY.freeFrom ? 0 : DELIVERY.price, quantity: 1, rate: DELIVERY.rate }
}

export function cartCost(world: World, cart: Cart): Cost {
  const lines = cart.lines.map(({ thing, quantity }) => ({
    unit: world.things[thing]!.price,
    quantity,
    off: offLine(world, cart, thing),
    rate: rateOf(world, thing, cart.country),
  }))
  return costOf(lines, deliveryOf(world, cart))
}

export function missingOf(cart: Cart): string[] {
  return [
    ...(cart.lines.length === 0 ? ['items'] : []),
    ...(cart.email ? [] : ['email']),
    ...(cart.country === null ? ['shipping_address'] : []),
    ...(cart.lines.length > 0 && !isDelivered(cart) ? ['delivery'] : []),
  ]
}

export function problemsOf(world: World, cart: Cart): string[] {
  const held = cart.state === 'completing' || cart.state === 'completed'
  return cart.lines.flatMap(({ thing, quantity, seen }) => {
    const left = available(world, thing)
    if (!world.things[thing]!.forSale) return [`${thing} not_for_sale`]
    return [
      ...(held || left >= quantity ? [] : [`${thing} ${left === 0 ? 'out_of_stock' : 'less_left'}`]),
      ...(world.things[thing]!.price === seen ? [] : [`${thing} price_changed`]),
    ]
  })
}

/** The guest's carts become the person's; two open ones become one, the details of the newer first. */
export function logIn(world: World, guest: Owner, person: Owner): void {
  const openOf = (owner: Owner) => world.carts.filter((cart) => cart.owner === owner)
  const theirs = openOf(guest).filter(({ state }) => state === 'open' || state === 'completing')
  const into = openOf(person).find(({ state }) => state === 'open')
  for (const cart of theirs) {
    if (!into || cart.state !== 'open') {
      Object.assign(cart, { owner: person, email: true, version: cart.version + 1, touched: world.now })
      continue
    }
    const [newer, older] = isNewer(world, cart, into) ? [cart, into] : [into, cart]
    pour(world, cart, into)
    Object.assign(into, {
      email: newer.email || older.email,
      country: newer.country ?? older.country,
      method: newer.method || older.method,
      code: newer.code || older.code,
      version: into.version + 1,
      touched: world.now,
      expires: world.now + CART_LIVES,
    })
    Object.assign(cart, { state: 'merged', version: cart.version + 1, touched: world.now })
  }
  for (const order of world.orders) if (order.owner === guest) order.owner = person
  world.guests++
}

function isNewer(world: World, a: Cart, b: Cart): boolean {
  return a.touched > b.touched || (a.touched === b.touched && world.carts.indexOf(a) > world.carts.indexOf(b))
}

function pour(world: World, from: Cart, into: Cart): void {
  for (const line of from.lines) {
    const mine = into.lines.find(({ thing }) => thing === line.thing)
    if (!mine) into.lines.push({ ...line })
    else {
      const both = Math.min(
        mine.quantity + line.quantity,
        MOST_OF_ONE,
        Math.max(0, available(world, line.thing)),
      )
      mine.quantity = Math.max(mine.quantity, both)
    }
  }
}

/** Carts that nobody touched for a month. */
export function abandon(world: World): void {
  for (const cart of world.carts)
    if (cart.state === 'open' && cart.expires <= world.now)
      Object.assign(cart, { state: 'abandoned', version: cart.version + 1, touched: world.now })
}

/** Somebody counts, brings or breaks something. What was promised and is gone is sought elsewhere, or waits. */
export function adjust(world: World, item: number, place: number, delta: number): void {
  const count = world.items[item]!.at[place]!
  if (count.onHand + delta < 0) refuse('inventory.too_little')
  count.onHand += delta
  replan(world, item)
}
