/**
 * Puts what an order had in the cart again, as far as the shop has it today, at today's prices.
 *
 * What cannot be had is told with its reason and keeps nothing else back. A bundle is put together again on its own
 * page: what can be chosen in it may have changed.
 */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Int, List, Nullable, Slug, Text, Token, Type, Version, Words, shape } from '#kit/types.ts'
import {
  Cart,
  CartClosed,
  MOST_LINES,
  MOST_OF_ONE,
  SHORT_OF,
  changed,
  changesOwnCart,
  openToChange,
  putMany,
} from '../cart/index.ts'
import { ownsOrder } from './access.ts'
import { readOrderRow, type OrderRow } from './rows.ts'

const ReorderedLine = shape('ReorderedLine', {
  productId: Id,
  slug: Slug,
  name: Text(300),
  /** Pieces, as they were ordered. */
  wanted: Int(1, 9999),
  /** Pieces more in the cart than before. */
  put: Int(0, 9999),
  /** Why that is less; null: it is not. */
  shortOf: Nullable(Words('ShortOf', ...SHORT_OF)),
})

export const Reordered = shape('Reordered', { cart: Cart, lines: List(ReorderedLine, MOST_LINES) })

export const reorder = command({
  id: 'orders.reorder',
  summary: 'Put what an order had in the cart again',
  description: 'As far as it can be had; `lines` tells what was put in the cart and why the rest was not.',
  rest: 'POST /carts/:cartId/reorders',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    orderId: Id,
    token: Type.Optional(Token),
    expectedVersion: Type.Optional(Version),
  }),
  output: Reordered,
  failures: [NotFound, CartClosed],

  async run({ orderId, token, expectedVersion }, ctx) {
    const order = await readOrderRow(ctx, sql`o.id = ${orderId}`)
    if (!order || !(await ownsOrder(ctx, order, token))) throw NotFound({})
    const cart = await openToChange(ctx, expectedVersion)
    const wishes = wishesOf(order)
    const put = await putMany(
      ctx,
      cart,
      wishes.map(({ variantId, wanted }) => ({ variantId, quantity: Math.min(wanted, MOST_OF_ONE) })),
    )
    const lines = wishes.map(({ variantId: _variantId, ...wish }, at) => ({
      ...wish,
      put: put[at]!.put,
      shortOf: put[at]!.put < wish.wanted ? (put[at]!.shortOf ?? ('fewer' as const)) : null,
    }))
    return { cart: await changed(ctx, cart.id), lines }
  },
})

/** Bundles as one thing each, and every variant once. */
function wishesOf({ lines, bundles }: OrderRow) {
  const wishes = new Map<
    string,
    { variantId: string; productId: string; slug: string; name: string; wanted: number }
  >()
  for (const line of [...lines.filter(({ bundleId }) => bundleId === null), ...bundles]) {
    const { variantId, productId, slug, name, quantity } = line
    const wanted = (wishes.get(variantId)?.wanted ?? 0) + quantity
    wishes.set(variantId, { variantId, productId, slug, name, wanted })
  }
  return [...wishes.values()]
}
