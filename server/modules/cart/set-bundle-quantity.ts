/** Sets how many of a bundle are wanted, and with it how many of each of its parts; none takes it out. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { Id, Int, Type, Version } from '#kit/types.ts'
import { allows, ruleText, type QuantityRule } from '../catalog/index.ts'
import { Cart, MOST_OF_ONE } from './cart.ts'
import { availableIn, changed, openToChange, raise } from './change.ts'
import { CartClosed, OutOfStock, WrongQuantity } from './failures.ts'
import { tooManyOfThese } from './fault-words.ts'
import { changesOwnCart } from './ownership.ts'
import { mostOf, seeBundle } from './put-bundle.ts'

export const setBundleQuantity = command({
  id: 'cart.setBundleQuantity',
  summary: 'Set how many of a bundle are wanted',
  description: 'A quantity of 0 takes the bundle out of the cart.',
  rest: 'PUT /carts/:cartId/bundles/:bundleId',
  audience: 'shop',
  access: changesOwnCart,
  input: Type.Object({
    cartId: Id,
    bundleId: Id,
    quantity: Int(0, MOST_OF_ONE),
    expectedVersion: Type.Optional(Version),
  }),
  output: Cart,
  failures: [OutOfStock, WrongQuantity, CartClosed],

  async run({ cartId, bundleId, quantity, expectedVersion }, ctx) {
    await openToChange(ctx, expectedVersion)
    const found = await find(ctx, cartId, bundleId)
    if (!found) throw NotFound({})
    if (quantity > 0) check(found, quantity)
    await raise(ctx, cartId)
    if (quantity === 0) await takeOut(ctx, bundleId)
    else await set(ctx, cartId, bundleId, quantity)
    return changed(ctx, cartId)
  },
})

interface Found {
  variantId: string
  rule: QuantityRule
  /** `quantity` is that in one bundle. */
  parts: { lineId: string; variantId: string; quantity: number; available: number }[]
}

async function find(ctx: Ctx, cartId: string, bundleId: string): Promise<Found | undefined> {
  const { rows } = await sql<Found>`
    select b.variant_id as "variantId", ${sql.raw(ruleText('v'))} as rule,
      (select json_agg(json_build_object('lineId', part.id, 'variantId', part.variant_id, 'quantity', part.quantity / b.quantity,
        'available', ${await availableIn(ctx, cartId, 'part.variant_id')})) from cart.line part where part.bundle_id = b.id) as parts
    from cart.bundle b join catalog.variant v on v.id = b.variant_id
    where b.store_id = ${ctx.storeId} and b.cart_id = ${cartId} and b.id = ${bundleId}`.execute(ctx.db)
  return rows[0]
}

/** As a courtesy: who places the order decides. */
function check({ variantId, rule, parts }: Found, quantity: number): void {
  if (!allows(rule, quantity)) throw WrongQuantity({ variantId, quantityRule: rule })
  if (quantity > mostOf(parts)) throw invalid('quantity', 'too_large', tooManyOfThese(mostOf(parts)))
  const short = parts.filter((part) => part.quantity * quantity > part.available)
  if (short.length > 0)
    throw OutOfStock({
      available: Math.min(...short.map((part) => Math.floor(part.available / part.quantity))),
      lines: short.map(({ lineId, available }) => ({ lineId, available })),
    })
}

async function set(ctx: Ctx, cartId: string, bundleId: string, quantity: number): Promise<void> {
  await sql`
    with bundle as (
      select id, quantity as had from cart.bundle where store_id = ${ctx.storeId} and id = ${bundleId}
    ), lines as (
      update cart.line l set quantity = l.quantity / b.had * ${quantity}::int from bundle b where l.bundle_id = b.id
    )
    update cart.bundle c set quantity = ${quantity} from bundle b where c.id = b.id`.execute(ctx.db)
  await seeBundle(ctx, cartId, bundleId)
}

async function takeOut(ctx: Ctx, bundleId: string): Promise<void> {
  await sql`
    with lines as (delete from cart.line where store_id = ${ctx.storeId} and bundle_id = ${bundleId})
    delete from cart.bundle where store_id = ${ctx.storeId} and id = ${bundleId}`.execute(ctx.db)
}
