/**
 * Moves a cart to another market: all of it is priced anew in the currency there, or nothing is.
 *
 * What has no price there is either left out, if so asked, or the move is refused: two currencies never stand in one cart.
 * The new prices count as seen now, so from now on they are held as the store's settings say. Codes and the way of delivery
 * stay and are judged as they are with every change.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Flag, Id, Int, Key, List, Money, Text, Type, Version, shape } from '#kit/types.ts'
import { currentSettings } from '../settings/index.ts'
import { Cart, MOST_LINES, MOST_ON_LINE } from './cart.ts'
import { changedTo, openToChange, touch, touchedAt } from './change.ts'
import { cartChanged } from './events.ts'
import { CartClosed, NotSoldInMarket } from './failures.ts'
import { changesOwnCart } from './ownership.ts'
import { price } from './priced.ts'
import { readCartRow, type CartRow } from './rows.ts'

const MovedPrice = shape('MovedPrice', { name: Text(300), was: Money, is: Money })
const LeftOut = shape('LeftOut', { name: Text(300), quantity: Int(1, MOST_ON_LINE) })

export const MovedCart = shape('MovedCart', {
  cart: Cart,
  /** Of each line and bundle that came along, what one cost when it was last seen and what it costs here. */
  prices: List(MovedPrice, 2 * MOST_LINES),
  leftOut: List(LeftOut, 2 * MOST_LINES),
})

export const setMarket = command({
  id: 'cart.setMarket',
  summary: 'Move a cart to another market and its currency',
  description:
    'All prices are those of the market, `prices` says which. What has no price there is refused, or with `leaveOut` taken out.',
  rest: 'PUT /carts/:cartId/market',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    market: Key,
    leaveOut: Type.Optional(Flag),
    expectedVersion: Type.Optional(Version),
  }),
  output: MovedCart,
  failures: [NotSoldInMarket, CartClosed],

  async run({ cartId, market: code, leaveOut = false, expectedVersion }, ctx) {
    const cart = await openToChange(ctx, expectedVersion)
    const { markets } = await currentSettings(ctx)
    const market = markets.find((each) => each.code === code)
    if (!market) throw invalid('market', 'unknown', `The store has no market ${code}.`)
    const { currency } = market
    await sql`${touch(ctx, cartId, sql`, market_id = ${market.id}, currency = ${currency}`)}`.execute(ctx.db)
    const there = (await readCartRow(ctx, sql`c.id = ${cartId}`))!
    const moved = priceable(there)
    const leftOut = named(there).filter(({ id }) => !moved.ids.has(id))
    if (leftOut.length > 0 && !leaveOut) throw NotSoldInMarket({ market: code, names: leftOut.map(nameOf) })
    const row = await seenNow({ ...moved.row, ...touchedAt(ctx, cart) }, ctx)
    await write(row, ctx)
    ctx.emit(cartChanged, { ids: [cartId] })
    const seen = new Map(named(row).map((each) => [each.id, each.seenAmount]))
    return {
      cart: await changedTo(row, ctx),
      prices: named(there).flatMap(({ id, name, seenAmount }) => {
        const is = seen.get(id)
        if (is === undefined) return []
        return [{ name, was: { amount: seenAmount, currency: cart.currency }, is: { amount: is, currency } }]
      }),
      leftOut: leftOut.map(({ name, quantity }) => ({ name, quantity })),
    }
  },
})

/** As the shopper sees it: the lines by themselves, and the bundles, not what is in them. */
const named = ({ lines, bundles }: CartRow) => [...lines.filter(({ bundleId }) => !bundleId), ...bundles]
const nameOf = ({ name }: { name: string }) => name

/** What has a price here. A bundle comes along whole or not at all. */
function priceable(row: CartRow): { row: CartRow; ids: Set<string> } {
  const bundles = row.bundles.filter(
    ({ id, amount, bySum }) =>
      (bySum || amount !== null) && row.lines.every((line) => line.bundleId !== id || line.amount !== null),
  )
  const ids = new Set(bundles.map(({ id }) => id))
  const lines = row.lines.filter(({ bundleId, amount }) => (bundleId ? ids.has(bundleId) : amount !== null))
  for (const { id } of lines) ids.add(id)
  return { row: { ...row, lines, bundles }, ids }
}

/** All prices as they are here now are those that the shopper has seen. */
async function seenNow(row: CartRow, ctx: Ctx): Promise<CartRow> {
  const seenAt = ctx.now().toISOString()
  const lines = row.lines.map((line) => ({
    ...line,
    seenAmount: line.amount!,
    seenPriceId: line.priceId,
    seenAt: line.bundleId ? line.seenAt : seenAt,
  }))
  const { bundles } = await price({ ...row, lines }, ctx)
  return {
    ...row,
    lines,
    bundles: row.bundles.map((bundle, index) => ({ ...bundle, seenAmount: bundles[index]!.unitAmount })),
  }
}

/** The cart is locked; what the row does not have goes. */
async function write({ id, lines, bundles }: CartRow, ctx: Ctx): Promise<void> {
  const here = sql`store_id = ${ctx.storeId} and cart_id = ${id}`
  const kept = (rows: { id: string }[]) => sql`${rows.map((row) => row.id)}::uuid[]`
  await sql`delete from cart.line where ${here} and id <> all(${kept(lines)})`.execute(ctx.db)
  await sql`
    with gone as (
      delete from cart.bundle where ${here} and id <> all(${kept(bundles)})
    ), seen as (
      update cart.bundle b set seen_amount = g."seenAmount"
      from json_to_recordset(${JSON.stringify(bundles.map(({ id, seenAmount }) => ({ id, seenAmount })))}) as g(id uuid, "seenAmount" bigint) where ${here} and b.id = g.id
    )
    update cart.line l set seen_amount = g."seenAmount", seen_price_id = g."seenPriceId", seen_at = g."seenAt"
    from json_to_recordset(${JSON.stringify(lines.map(({ id, seenAmount, seenPriceId, seenAt }) => ({ id, seenAmount, seenPriceId, seenAt })))}) as g(id uuid, "seenAmount" bigint, "seenPriceId" uuid, "seenAt" timestamptz)
    where ${here} and l.id = g.id`.execute(ctx.db)
}
