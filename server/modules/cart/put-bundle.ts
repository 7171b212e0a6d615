/** Puts a bundle in a cart: a row of its own, and a line for each of its parts. For `cart.addBundle`, and `cart.addItem` of one without choices. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { allows, ruleText, type QuantityRule } from '../catalog/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { choiceKey, partsChosen, type BundleChoice, type Offered, type Part } from './bundle-choice.ts'
import { MOST_LINES, MOST_OF_ONE, MOST_ON_LINE } from './cart.ts'
import { availableIn, asksFor, isSoldTo } from './change.ts'
import { NotForSale, OutOfStock, WrongQuantity } from './failures.ts'
import { tooManyOfThese, tooManyThings } from './fault-words.ts'
import type { LockedCart } from './ownership.ts'
import { price } from './priced.ts'
import { readCartRow } from './rows.ts'

export interface BundleWish {
  variantId: string
  quantity: number
  choices: readonly BundleChoice[]
}

interface Found extends Offered {
  version: number
  forSale: boolean
  rule: QuantityRule
  /** Of the same already in the cart. */
  had: number
}

/** The cart is locked and open to change. */
export async function putBundle(ctx: Ctx, cart: LockedCart, wish: BundleWish): Promise<void> {
  const choice = choiceKey(wish.choices)
  const found = await find(ctx, cart, wish, choice)
  if (!found) throw NotFound({})
  if (!found.forSale) throw NotForSale({ variantIds: [wish.variantId] })
  const parts = partsChosen(found, wish.choices)
  const quantity = found.had + wish.quantity
  if (!allows(found.rule, quantity))
    throw WrongQuantity({ variantId: wish.variantId, quantityRule: found.rule })
  if (quantity > mostOf(parts)) throw invalid('quantity', 'too_large', tooManyOfThese(mostOf(parts)))
  const bundleId = newId()
  const put = await write(ctx, cart, { ...wish, bundleId, quantity, parts, choice, version: found.version })
  mustBeThere(put, wish.variantId)
  if (put[0]!.lines > MOST_LINES) throw invalid('variantId', 'too_many', tooManyThings(MOST_LINES))
  await seeBundle(ctx, cart.id, put[0]!.bundle_id)
}

/** Its price as it is now is the one that the shopper has seen. */
export async function seeBundle(ctx: Ctx, cartId: string, bundleId: string): Promise<void> {
  const { bundles } = await price((await readCartRow(ctx, sql`c.id = ${cartId}`))!, ctx)
  const { unitAmount } = bundles.find(({ id }) => id === bundleId)!
  await sql`update cart.bundle set seen_amount = ${unitAmount} where store_id = ${ctx.storeId} and id = ${bundleId}`.execute(
    ctx.db,
  )
}

/** Of one kind of bundle, so that no line is longer than one may be. */
export function mostOf(parts: readonly Part[]): number {
  return Math.min(MOST_OF_ONE, Math.floor(MOST_ON_LINE / Math.max(...parts.map(({ quantity }) => quantity))))
}

async function find(
  ctx: Ctx,
  cart: LockedCart,
  wish: BundleWish,
  choice: string,
): Promise<Found | undefined> {
  const had = sql`coalesce((select sum(k.quantity)::int from cart.bundle k
    where k.cart_id = ${cart.id} and k.variant_id = ${wish.variantId} and k.choice = ${choice}), 0)`
  const costs = priceFor(
    { ...asksFor(cart), variant: sql`v.id`, quantity: sql`${had} + ${wish.quantity}::int` },
    await listsNow(ctx),
  )
  const { rows } = await sql<Found>`
    select b.version, p.state = 'published' and p.archived_at is null and v.archived_at is null and ${isSoldTo(cart)} and price.amount is not null as "forSale",
      ${sql.raw(ruleText('v'))} as rule,
      ${had} as had,
      coalesce((select json_agg(json_build_object('variantId', bp.part_variant_id, 'quantity', bp.quantity) order by bp.position)
        from catalog.bundle_part bp where bp.variant_id = v.id and bp.group_id is null), '[]') as parts,
      coalesce((select json_agg(json_build_object('id', g.id, 'minimum', g.minimum, 'maximum', g.maximum,
          'variantIds', (select json_agg(bp.part_variant_id) from catalog.bundle_part bp where bp.group_id = g.id)) order by g.position)
        from catalog.bundle_group g where g.variant_id = v.id), '[]') as groups
    from catalog.bundle b
    join catalog.variant v on v.id = b.variant_id
    join catalog.product p on p.id = v.product_id
    left join lateral ${costs} price on true
    where b.store_id = ${ctx.storeId} and b.variant_id = ${wish.variantId}`.execute(ctx.db)
  return rows[0]
}

interface Put {
  bundle_id: string
  line_id: string | null
  /** In one bundle. */
  units: number
  /** In all of them. */
  quantity: number
  amount: number | null
  live: boolean
  available: number
  /** Of the whole cart, with these. */
  lines: number
}

interface Writing {
  variantId: string
  bundleId: string
  quantity: number
  parts: Part[]
  choice: string
  version: number
}

/** Lines of the parts as they are now; those without a price are not written. */
async function write(ctx: Ctx, cart: LockedCart, given: Writing): Promise<Put[]> {
  const parts = given.parts.map((part, position) => ({ ...part, position, id: newId() }))
  const costs = priceFor(
    { ...asksFor(cart), variant: sql`g."variantId"`, quantity: sql`g.quantity * ${given.quantity}::int` },
    await listsNow(ctx),
  )
  const { rows } = await sql<Put>`
    with given as (
      select g.*, o.live, price.amount
      from json_to_recordset(${JSON.stringify(parts)}) as g(id uuid, "variantId" uuid, quantity int, position int)
      -- One by one: PostgreSQL takes such a list for a hundred rows, and would read all variants for them.
      join lateral (
        select v.archived_at is null and p.archived_at is null as live from catalog.variant v join catalog.product p on p.id = v.product_id
        where v.id = g."variantId" and v.store_id = ${ctx.storeId} offset 0) o on true
      left join lateral ${costs} price on true
    ), bundle as (
      insert into cart.bundle as b (id, store_id, cart_id, variant_id, choice, bundle_version, quantity, seen_amount, created_at)
      values (${given.bundleId}, ${ctx.storeId}, ${cart.id}, ${given.variantId}, ${given.choice}, ${given.version}, ${given.quantity}, 0, ${ctx.now()})
      on conflict on constraint bundle_once do update set quantity = excluded.quantity, bundle_version = excluded.bundle_version
      returning id
    ), other as (
      delete from cart.line l using bundle b where l.store_id = ${ctx.storeId} and l.cart_id = ${cart.id} and l.bundle_id = b.id
        and l.variant_id not in (select "variantId" from given)
    ), put as (
      insert into cart.line (id, store_id, cart_id, variant_id, quantity, seen_amount, created_at, bundle_id)
      select g.id, ${ctx.storeId}, ${cart.id}, g."variantId", g.quantity * ${given.quantity}::int, g.amount, ${ctx.now()}, b.id
      from given g cross join bundle b where g.amount is not null and g.live
      on conflict on constraint line_once do update set quantity = excluded.quantity, seen_amount = excluded.seen_amount
      returning id, variant_id
    )
    select b.id as bundle_id, put.id as line_id, g.quantity as units, g.quantity * ${given.quantity}::int as quantity, g.amount, g.live,
      ${await availableIn(ctx, cart.id, 'g."variantId"')} as available,
      (select count(*)::int from cart.line l where l.cart_id = ${cart.id} and l.bundle_id is distinct from b.id) + (select count(*)::int from given) as lines
    from given g cross join bundle b left join put on put.variant_id = g."variantId" order by g.position`.execute(
    ctx.db,
  )
  return rows
}

/** A bundle is as short as its scarcest part. */
function mustBeThere(put: Put[], variantId: string): void {
  const gone = put.filter(({ amount, live }) => amount === null || !live)
  if (gone.length > 0) throw NotForSale({ variantIds: [variantId] })
  const short = put.filter(({ quantity, available }) => quantity > available)
  if (short.length === 0) return
  throw OutOfStock({
    available: Math.min(...short.map(({ available, units }) => Math.floor(available / units))),
    lines: short.map(({ line_id: lineId, available }) => ({ lineId: lineId!, available })),
  })
}
