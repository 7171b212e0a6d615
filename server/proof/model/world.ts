/**
 * The model's world: one store with its things, places, carts and orders, as plain values.
 *
 * No database, no network; time is a number. The rules that change it are in `carts.ts` and `orders.ts`:
 * they change a draft, or refuse with the code that the shop must refuse with.
 */
export interface World {
  /** Milliseconds, as the shop's clock. */
  now: number
  things: Thing[]
  items: Item[]
  carts: Cart[]
  orders: Order[]
  offer: Offer
  /** Who shops as a guest now; after a log-in it is somebody new. */
  guests: number
}

/** Some per cent off one thing, by a code, so many times in all. */
export interface Offer {
  thing: number
  basisPoints: number
  limit: number
  /** By orders that are not off. */
  used: number
}

export interface Thing {
  price: number
  rate: number
  forSale: boolean
  parts: { item: number; units: number }[]
}

export interface Item {
  /** By place, in the order in which the shop takes from them. */
  at: { onHand: number; reserved: number }[]
}

export type Owner = 'alice' | 'bob' | 'charlie' | `guest ${number}`

export interface Cart {
  owner: Owner
  /** Who began it as a guest, if it was one. */
  begunBy: Owner
  state: 'open' | 'completing' | 'completed' | 'abandoned' | 'merged'
  version: number
  lines: CartLine[]
  email: boolean
  country: string | null
  method: boolean
  /** The offer's code was entered. */
  code: boolean
  touched: number
  expires: number
}

export interface CartLine {
  thing: number
  quantity: number
  /** The price when it was last put or set. */
  seen: number
}

export interface Order {
  cart: number
  owner: Owner
  state: 'pending' | 'confirmed' | 'completed' | 'cancelled' | 'expired'
  lines: OrderLine[]
  delivery: { unit: number; quantity: 1; rate: number }
  /** It holds the offer. */
  offered: boolean
  total: number
  placed: number
  holdUntil: number
  numbered: boolean
  payments: Payment[]
  shipments: { lines: { line: number; quantity: number }[]; delivered: boolean }[]
}

export interface OrderLine {
  thing: number
  quantity: number
  unit: number
  /** What the offer takes off the whole line. */
  off: number
  rate: number
  shipped: number
  delivered: number
  cancelled: number
  /** Of each part of the thing, what is reserved at each place. */
  held: { item: number; at: number[] }[]
}

export interface Payment {
  /** At the company. */
  there: 'requires_action' | 'processing' | 'captured' | 'failed' | 'cancelled' | 'expired'
  /** As far as the store has heard. */
  here: Payment['there']
  opened: number
  /** When a processing one is paid. */
  due: number
  captured: number
  refunded: number
}

const REFUSED = Symbol('refused')

export function refuse(code: string): never {
  throw Object.assign(new Error(code), { [REFUSED]: true, code })
}

/** What the rule makes of the world, or the code it refuses with; then the world is as it was. */
export function tried(world: World, rule: (draft: World) => void): { world: World; refused: string | null } {
  const draft = structuredClone(world)
  try {
    rule(draft)
    return { world: draft, refused: null }
  } catch (error) {
    if (!(REFUSED in (error as object))) throw error
    return { world, refused: (error as unknown as { code: string }).code }
  }
}

export const minutes = (many: number): number => many * 60_000

export const isLapsed = (world: World, order: Order): boolean =>
  order.state === 'pending' && order.holdUntil <= world.now

/** Of an item at all places; what pending orders held too long is free again. */
function freeOf(world: World, item: number): number {
  const held = world.orders
    .filter((order) => isLapsed(world, order))
    .flatMap((order) => order.lines.flatMap((line) => line.held))
    .filter((part) => part.item === item)
    .flatMap((part) => part.at)
  const counted = world.items[item]!.at.map(({ onHand, reserved }) => onHand - reserved)
  return [...counted, ...held].reduce((sum, many) => sum + many, 0)
}

export function available(world: World, thing: number): number {
  return Math.min(
    ...world.things[thing]!.parts.map(({ item, units }) =>
      Math.floor(Math.max(0, freeOf(world, item)) / units),
    ),
  )
}
